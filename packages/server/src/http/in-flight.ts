import type { Clock } from "../clock.js";

/** Calls under way, so that a shutdown can let them end. */
export class InFlight {
  readonly #open = new Set<Promise<unknown>>();

  /** Counts `work` until it has settled. */
  track<T>(work: Promise<T>): Promise<T> {
    this.#open.add(work);
    const forget = () => this.#open.delete(work);
    work.then(forget, forget);
    return work;
  }

  /** Resolves when nothing is under way, and after `ms` at the latest. */
  idle(ms: number, clock: Clock): Promise<void> {
    return new Promise((resolve) => {
      const disarm = clock.after(ms, resolve);
      const look = (): void => {
        if (this.#open.size > 0) {
          Promise.allSettled(this.#open).then(look);
          return;
        }
        disarm();
        resolve();
      };
      look();
    });
  }
}
