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
  /** Separated by commas, such as `openai/*,acme/*`. */
  readonly models?: string | undefined;
  /** Each such as `openai=OPENAI_API_KEY`, or several separated by commas: the provider, and the environment variable that holds its secret. */
  readonly providerKey?: readonly string[] | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The key that the texts say; whether it can be is checked when it is made. Throws {@link InvalidKeyError}. */
export function readKeyText(text: KeyText, now: number, environment: Environment = process.env): NewKey {
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
  const providerKeys = secretsOf(text.providerKey, environment, issues);
  if (issues.length > 0) throw new InvalidKeyError(issues);
  return {
    name: text.name,
    scopes: text.scopes === undefined ? undefined : (listOf(text.scopes) as Scope[]),
    expiresAt,
    rateLimit: rateLimit === undefined ? undefined : Number(rateLimit),
    maxOpen: text.maxOpen === undefined ? undefined : Number(text.maxOpen),
    models: text.models === undefined ? undefined : listOf(text.models),
    providerKeys,
  };
}

/** Repeats of what was given only what looks like a variable's name: a secret may have been typed in its place. */
function secretsOf(
  texts: readonly string[] | undefined,
  environment: Environment,
  issues: KeyIssue[],
): Readonly<Record<string, string>> | undefined {
  const issue = (message: string) => issues.push({ field: "providerKeys", message });
  const secrets = texts?.flatMap(listOf).flatMap((text): [string, string][] => {
    const { provider, variable } =
      /^(?<provider>[a-z0-9-]{1,40})=(?<variable>[A-Za-z_]\w*)$/.exec(text)?.groups ?? {};
    if (provider === undefined || variable === undefined) {
      issue(
        "must be a provider and the environment variable that holds its secret, such as openai=OPENAI_API_KEY; never the secret itself",
      );
      return [];
    }
    const secret = environment[variable];
    if (secret) return [[provider, secret]];
    const name = /^[A-Z][A-Z0-9_]*$/.test(variable) ? ` ${variable}` : "";
    issue(`names an environment variable${name} for ${provider} that is not set, or is empty`);
    return [];
  });
  return secrets && Object.fromEntries(secrets);
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
