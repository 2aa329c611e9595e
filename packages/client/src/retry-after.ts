/** Milliseconds that a `Retry-After` header asks for, in either of its forms; undefined where there is none. */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  const ms = Number(header) * 1000 || Date.parse(header ?? "") - now;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
