import type { Clock } from "@model-api/client";

/** Notices that nothing has come for too long. */
export interface IdleWatch {
  /** Aborted with the caller's signal, or when nothing has come for too long. */
  readonly signal: AbortSignal;
  /** Something has come. */
  touch(): void;
  stop(): void;
}

/** A signal that is aborted with the caller's, or when nothing has come for too long. */
export function watchIdle(clock: Clock, idleTimeout: number, signal: AbortSignal): IdleWatch {
  const own = new AbortController();
  const abort = () => own.abort(signal.reason);
  let stop = () => {};
  const touch = () => {
    stop();
    stop = clock.after(idleTimeout, () => own.abort(new Error("idle")));
  };
  if (signal.aborted) abort();
  else signal.addEventListener("abort", abort, { once: true });
  touch();
  return {
    signal: own.signal,
    touch,
    stop() {
      stop();
      signal.removeEventListener("abort", abort);
    },
  };
}
