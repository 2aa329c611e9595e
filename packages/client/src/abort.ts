import type { Clock } from "./clock.js";

/** The promise, or the signal's reason as soon as it is aborted, whatever the promise waits for. Leaves no listener. */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    const settled = () => signal.removeEventListener("abort", abort);
    if (signal.aborted) abort();
    else signal.addEventListener("abort", abort);
    promise.then(resolve, reject).finally(settled);
  });
}

/**
 * Work that ends when the caller's signal does, or after `ms` with the error of `expired`. The work is handed a signal
 * for both; no timer or listener is left behind.
 */
export async function within<T>(
  clock: Clock,
  ms: number,
  caller: AbortSignal | undefined,
  expired: () => Error,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  caller?.throwIfAborted();
  const own = new AbortController();
  const pass = () => own.abort(caller?.reason);
  caller?.addEventListener("abort", pass);
  const stop = clock.after(ms, () => own.abort(expired()));
  try {
    return await abortable(work(own.signal), own.signal);
  } finally {
    stop();
    caller?.removeEventListener("abort", pass);
  }
}
