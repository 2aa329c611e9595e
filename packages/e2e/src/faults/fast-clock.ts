import type { Clock } from "@model-api/client/lean";

/** A clock whose pauses pass faster, whose chance is the same each time, and that knows what it still owes. */
export interface FastClock extends Clock {
  /** What the hands show from now on is so many milliseconds off. Pauses do not change. */
  setOff(ms: number): void;
  /** Time passes at once until the first of the longer timers is due. */
  leap(): void;
  /** Lengths in milliseconds of the timers that have neither fired nor been taken back. */
  pending(): number[];
}

interface Timer {
  readonly length: number;
  /** When it fires, in milliseconds of this clock since it was made. */
  readonly due: number;
  readonly fire: () => void;
  handle: ReturnType<typeof setTimeout>;
}

const SEED = 0x9e3779b9;
/** Milliseconds from which on a timer is what somebody waits for, not what spaces steps. */
const LONG = 10_000;

export function createFastClock(speed: number): FastClock {
  const timers = new Set<Timer>();
  const start = Date.now();
  let offset = 0;
  let leapt = 0;
  let state = SEED;

  const elapsed = () => (Date.now() - start) * speed + leapt;
  const schedule = (fire: () => void, ms: number) => setTimeout(fire, Math.max(0, ms / speed));

  return {
    now: () => Date.now() + offset,
    setOff(ms) {
      offset += ms;
    },
    leap() {
      const next = Math.min(...[...timers].filter(({ length }) => length >= LONG).map(({ due }) => due));
      if (!Number.isFinite(next)) return;
      leapt += Math.max(0, next - elapsed());
      for (const timer of timers) {
        clearTimeout(timer.handle);
        timer.handle = schedule(timer.fire, timer.due - elapsed());
      }
    },
    pending: () => [...timers].map(({ length }) => length),
    after(length, callback) {
      const fire = () => {
        timers.delete(timer);
        callback();
      };
      const timer: Timer = { length, due: elapsed() + length, fire, handle: schedule(fire, length) };
      timers.add(timer);
      return () => {
        timers.delete(timer);
        clearTimeout(timer.handle);
      };
    },
    /** Mulberry32. */
    random() {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    },
  };
}
