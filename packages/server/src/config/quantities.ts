/** Durations and sizes, as people write them. */

const DURATIONS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const SIZES = {
  B: 1,
  kB: 1e3,
  MB: 1e6,
  GB: 1e9,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
} as const;

/** What a duration and a size look like, for messages. */
export const DURATION_FORM = "a duration with a unit (ms, s, m, h, d), such as 30s, 10m or 7d";
export const SIZE_FORM = "a size with a unit (B, KiB, MiB, GiB, kB, MB, GB), such as 64MiB";

/** Milliseconds; undefined where the text is no duration. `0` needs no unit. */
export function parseDuration(text: string): number | undefined {
  return text.trim() === "0" ? 0 : parse(text, DURATIONS);
}

/** Bytes; undefined where the text is no size. */
export function parseSize(text: string): number | undefined {
  return parse(text, SIZES);
}

function parse(text: string, units: Readonly<Record<string, number>>): number | undefined {
  const [, digits = "", unit = ""] = /^\s*(\d{1,15}(?:\.\d{1,6})?) ?([A-Za-z]{1,3})\s*$/.exec(text) ?? [];
  if (digits === "" || !Object.hasOwn(units, unit)) return undefined;
  const value = Math.round(Number(digits) * (units[unit] as number));
  return Number.isSafeInteger(value) ? value : undefined;
}
