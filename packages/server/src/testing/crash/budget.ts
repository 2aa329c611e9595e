/**
 * How many rounds a crash suite plays: a sample, or as many as `CRASH_ROUNDS` says, with `CRASH_BURST` requests in each. `CRASH_SEED` plays
 * the same draws again.
 */
export function crashBudget(sample: number): { rounds: number; burst: number; seed: number } {
  const { CRASH_ROUNDS, CRASH_BURST, CRASH_SEED } = process.env;
  return {
    rounds: CRASH_ROUNDS === undefined ? sample : Number(CRASH_ROUNDS),
    burst: CRASH_BURST === undefined ? 8 : Number(CRASH_BURST),
    seed: CRASH_SEED === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(CRASH_SEED),
  };
}
