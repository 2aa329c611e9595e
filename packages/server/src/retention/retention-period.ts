/** For how long outputs and uploads are kept. */

/** Where nothing else is said. */
const DEFAULT_RETENTION_MS = 7 * 86_400_000;

/** The setting `retentionMs`; `Infinity` where everything is kept for ever. */
export function readRetention(retentionMs: number = DEFAULT_RETENTION_MS): number {
  if (retentionMs >= 0) return retentionMs === 0 ? Number.POSITIVE_INFINITY : retentionMs;
  throw new TypeError(
    `retentionMs must be a number of milliseconds, or 0 or Infinity to keep files for ever; got ${retentionMs}`,
  );
}

const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1000],
] as const;

/** A period in words, e.g. `7 days` or `36 hours`: in the largest unit that it is a whole number of. */
export function inWords(ms: number): string {
  const [unit, length] = UNITS.find(([, size]) => ms >= size && ms % size === 0) ?? ["millisecond", 1];
  const count = ms / length;
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
