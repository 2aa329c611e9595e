/** Limits of so many a minute that may come in bursts of that size, counted in this process (the generic cell rate algorithm). */
export class RateLimiter {
  /** When each key has used up what it has taken. */
  readonly #until = new Map<string, number>();

  /** Takes one. Answers 0, or how many milliseconds to wait, with nothing taken. */
  take(keyId: string, perMinute: number, now: number): number {
    const interval = 60_000 / perMinute;
    const until = Math.max(this.#until.get(keyId) ?? 0, now) + interval;
    const wait = until - now - 60_000;
    if (wait > 0) return wait;
    this.#until.set(keyId, until);
    return 0;
  }
}
