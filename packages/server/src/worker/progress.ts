import type { Clock } from "../clock.js";
import type { Logger } from "../logger.js";

/** How often, in milliseconds, what an engine tells of its progress is written at most. */
const EVERY_MS = 1000;

/** How far a run has come, thinned out. */
export interface Progress {
  /** `fraction` is from 0 to 1. What is not a number, or less than has been told, is passed over. */
  report(fraction: number): void;
  stop(): void;
}

/** `write` keeps a fraction; where it fails, the next one is told again. */
export function createProgress(
  write: (fraction: number) => Promise<unknown>,
  clock: Clock,
  log: Logger,
): Progress {
  let furthest = 0;
  let told = 0;
  let disarm: (() => void) | undefined;
  let isStopped = false;

  function tell(): void {
    if (isStopped || furthest <= told) {
      disarm = undefined;
      return;
    }
    told = furthest;
    write(told).catch((err) => log.warn({ err }, "the progress of a run could not be kept"));
    disarm = clock.after(EVERY_MS, tell);
  }

  return {
    report(fraction) {
      if (!(fraction > furthest)) return;
      furthest = Math.min(fraction, 1);
      if (!disarm) tell();
    },
    stop() {
      isStopped = true;
      disarm?.();
    },
  };
}
