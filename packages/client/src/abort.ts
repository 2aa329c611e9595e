import type { Clock } from "./clock.js";

/** Who wants to know of one signal's abort. As an event listener it is one, however many they are. */
class Listeners extends Set<() => void> {
  handleEvent(): void {
    for (const tell of this) tell();
  }
}

const listenersOf = new WeakMap<AbortSignal, Listeners>();

/**
 * Calls back when the signal is aborted; returns what takes it back. A thousand calls may share a signal, of which Node warns
 * at more than ten listeners, so there is one for all of them, and none when nobody waits.
 */
function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const listeners = listenersOf.get(signal) ?? new Listeners();
  listenersOf.set(signal, listeners.add(callback));
  signal.addEventListener("abort", listeners);
  return () => {
    listeners.delete(callback);
    if (!listeners.size) signal.removeEventListener("abort", listeners);
  };
}

/** The promise, or the signal's reason as soon as it is aborted, whatever the promise waits for. */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => {
      ignore();
      reject(signal.reason);
    };
    const ignore = onAbort(signal, abort);
    if (signal.aborted) abort();
    promise.then(resolve, reject).finally(ignore);
  });
}

/**
 * Work that ends when the caller's signal does, or after `ms` with the error of `expired`. The work is handed a signal
 * for both; no timer or listener is left behind.
 */
export function within<T>(
  clock: Clock,
  ms: number,
  caller: AbortSignal | undefined,
  expired: () => Error,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const own = new AbortController();
  return new Promise((resolve, reject) => {
    const cleanUp = () => {
      stop();
      ignore?.();
    };
    const end = (reason: unknown) => {
      cleanUp();
      own.abort(reason);
      reject(reason);
    };
    const stop = clock.after(ms, () => end(expired()));
    const ignore = caller && onAbort(caller, () => end(caller.reason));
    if (caller?.aborted) end(caller.reason);
    else work(own.signal).then(resolve, reject).finally(cleanUp);
  });
}
