/** Bounds of a held answer, in seconds. Proxies are known to cut calls that are silent for longer. */
const MIN_WAIT = 1;
const MAX_WAIT = 60;

/**
 * The seconds of `wait=N` in a `Prefer` header (RFC 7240), brought into 1 to 60. Undefined where it is missing or malformed: a
 * preference that is not understood is ignored, never an error.
 */
export function waitSeconds(header: string | null): number | undefined {
  for (const preference of (header ?? "").split(",")) {
    const [word = ""] = preference.split(";", 1);
    if (!/^\s*wait\s*(=|$)/i.test(word)) continue;
    const digits = /^[^=]*=\s*("?)(\d+)\1\s*$/.exec(word)?.[2];
    // Of a preference that is given twice, the first counts, whatever it says.
    return digits === undefined ? undefined : Math.min(Math.max(Number(digits), MIN_WAIT), MAX_WAIT);
  }
  return undefined;
}
