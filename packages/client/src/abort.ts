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

/** Serves several pieces of work in turn, until one of them is aborted. */
class Controller extends AbortController {
  /** How many more: `fetch` keeps a listener on the signal for each call, until the next collection. */
  left = 32;
}

/** The one of work that has ended well. Making and collecting a controller costs more than the rest of a call's own. */
let spare: Controller | undefined;

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
  const own = spare ?? new Controller();
  const { signal } = own;
  spare = undefined;
  const stop = clock.after(ms, () => own.abort(expired()));
  const ignore = caller && onAbort(caller, () => own.abort(caller.reason));
  try {
    signal.throwIfAborted();
    const done = await abortable(work(signal), signal);
    if (--own.left && !signal.aborted) spare = own;
    return done;
  } finally {
    stop();
    ignore?.();
  }
}
