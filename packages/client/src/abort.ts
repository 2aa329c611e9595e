import type { Clock } from "./clock.js";

/** Who wants to know of one signal's abort. As an event listener it is one, however many they are. */
class Listeners extends Set<() => void> {
  handleEvent(): void {
    for (const tell of this) tell();
  }
}

const listenersOf = new WeakMap<AbortSignal, Listeners>();

/**
 * Calls back when the signal is aborted, at once where it already is; returns what takes it back. A thousand calls may share a
 * signal, of which Node warns at more than ten listeners, so there is one for all of them, and none when nobody waits.
 */
function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const listeners = listenersOf.get(signal) ?? new Listeners();
  listenersOf.set(signal, listeners.add(callback));
  if (signal.aborted) callback();
  else signal.addEventListener("abort", listeners, { once: true });
  return () => {
    listeners.delete(callback);
    if (!listeners.size) signal.removeEventListener("abort", listeners);
  };
}

/** The promise, or the signal's reason as soon as it is aborted, whatever the promise waits for. */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    promise.then(resolve, reject).then(onAbort(signal, () => reject(signal.reason)));
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
  // Never one of work before: Cloudflare's workers let no request use what another has made.
  const own = new AbortController();
  const { signal } = own;
  let end = (_: unknown) => {};
  const abort = (reason: unknown) => {
    own.abort(reason);
    end(reason);
  };
  const stop = clock.after(ms, () => abort(expired()));
  const ignore = caller && onAbort(caller, () => abort(caller.reason));
  try {
    signal.throwIfAborted();
    return await new Promise<T>((resolve, reject) => {
      end = reject;
      work(signal).then(resolve, reject);
    });
  } finally {
    stop();
    ignore?.();
  }
}
