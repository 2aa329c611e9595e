import { parseDuration } from "../config/quantities.js";
import { InvalidKeyError, type KeyIssue } from "./check-key.js";
import type { Scope } from "./key-record.js";
import type { NewKey } from "./keys.js";

/** A key as it is said on a command line. */
export interface KeyText {
  readonly name: string;
  /** Separated by commas. */
  readonly scopes?: string | undefined;
  /** `30d`, or a date such as `2027-01-31`. */
  readonly expires?: string | undefined;
  /** `60/min`, or `60`. */
  readonly rateLimit?: string | undefined;
  readonly maxOpen?: string | undefined;
}

/** The key that the texts say; whether it can be is checked when it is made. Throws {@link InvalidKeyError}. */
export function readKeyText(text: KeyText, now: number): NewKey {
  const issues: KeyIssue[] = [];
  const expiresAt = text.expires === undefined ? undefined : momentOf(text.expires, now, 1);
  if (text.expires !== undefined && expiresAt === undefined)
    issues.push({
      field: "expiresAt",
      message: `must be a duration such as 30d, or a date such as 2027-01-31; got "${text.expires}"`,
    });
  const rateLimit = text.rateLimit?.replace(/\s*\/\s*(min|minute)$/, "");
  if (rateLimit !== undefined && !/^\d{1,9}$/.test(rateLimit))
    issues.push({
      field: "rateLimit",
      message: `must be so many a minute, such as 60/min; got "${text.rateLimit}"`,
    });
  if (text.maxOpen !== undefined && !/^\d{1,9}$/.test(text.maxOpen))
    issues.push({ field: "maxOpen", message: `must be a whole number; got "${text.maxOpen}"` });
  if (issues.length > 0) throw new InvalidKeyError(issues);
  return {
    name: text.name,
    scopes: text.scopes === undefined ? undefined : (listOf(text.scopes) as Scope[]),
    expiresAt,
    rateLimit: rateLimit === undefined ? undefined : Number(rateLimit),
    maxOpen: text.maxOpen === undefined ? undefined : Number(text.maxOpen),
  };
}

/**
 * A moment: so long from now (`direction` 1) or ago (-1), or a date, whose day begins in UTC, or a date and time. Undefined where the text
 * is neither.
 */
export function momentOf(text: string, now: number, direction: 1 | -1): number | undefined {
  const duration = parseDuration(text);
  if (duration !== undefined) return now + direction * duration;
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/.test(text))
    return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

function listOf(text: string): string[] {
  const words = text.split(",").map((word) => word.trim());
  return [...new Set(words.filter(Boolean))];
}
