/** Numbers from 0 up to 1 that are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Durations from one bound to the other: one from each of `count` equal strata, in ascending order. */
export function spread(count: number, from: number, to: number): number[] {
  const random = seeded(12345);
  return Array.from({ length: count }, (_, stratum) =>
    Math.round(from + ((stratum + random()) / count) * (to - from)),
  );
}
