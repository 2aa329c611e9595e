import { nearest } from "@model-api/models";
import { SCOPES } from "./key-record.js";
import type { NewKey } from "./keys.js";

/** Something of a new key that cannot be. */
export interface KeyIssue {
  readonly field: keyof NewKey;
  readonly message: string;
  readonly allowed?: readonly string[];
  readonly suggestion?: string;
}

/** A key that cannot be made; says why, field by field. */
export class InvalidKeyError extends Error {
  override readonly name = "InvalidKeyError";
  readonly issues: readonly KeyIssue[];

  constructor(issues: readonly KeyIssue[]) {
    super(issues.map(({ field, message }) => `${field} ${message}`).join("\n"));
    this.issues = issues;
  }
}

const MAX_NAME = 100;
const MAX_LIMIT = 1_000_000;
const MAX_MODELS = 100;
const MAX_PROVIDERS = 20;
const MAX_SECRET = 500;

/** Throws {@link InvalidKeyError} where a key cannot be made; what comes in may be anything. */
export function checkNewKey(key: NewKey, now: number): void {
  const issues = [
    ...checkName(key.name),
    ...checkScopes(key.scopes),
    ...checkExpiry(key.expiresAt, now),
    ...checkLimit("rateLimit", key.rateLimit),
    ...checkLimit("maxOpen", key.maxOpen),
    ...checkModels(key.models),
    ...checkProviderKeys(key.providerKeys),
  ];
  if (issues.length > 0) throw new InvalidKeyError(issues);
}

function checkName(name: unknown): KeyIssue[] {
  const isName = typeof name === "string" && name.trim() !== "" && name.length <= MAX_NAME;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they would play tricks on whoever lists keys in a terminal.
  if (isName && !/[\u0000-\u001f\u007f-\u009f]/.test(name)) return [];
  return [
    {
      field: "name",
      message: `must be a text of 1 to ${MAX_NAME} characters, in one line${gotOf(name)}`,
    },
  ];
}

function checkScopes(scopes: unknown): KeyIssue[] {
  if (scopes === undefined) return [];
  const field = "scopes";
  if (!Array.isArray(scopes) || scopes.length === 0)
    return [
      {
        field,
        message: `must name at least one of ${SCOPES.join(", ")}${gotOf(scopes)}`,
        allowed: SCOPES,
      },
    ];
  const unknown = scopes.find((scope) => !SCOPES.includes(scope));
  if (unknown === undefined) return [];
  const near = typeof unknown === "string" ? nearest(unknown, SCOPES) : undefined;
  return [
    {
      field,
      message: `must be of ${SCOPES.join(", ")}${gotOf(unknown)}${near ? `. Did you mean ${near}?` : ""}`,
      allowed: SCOPES,
      ...(near && { suggestion: near }),
    },
  ];
}

function checkExpiry(expiresAt: unknown, now: number): KeyIssue[] {
  if (expiresAt === undefined) return [];
  if (typeof expiresAt === "number" && expiresAt > now && expiresAt <= 8.64e15) return [];
  const isPast = typeof expiresAt === "number" && expiresAt <= now;
  const given = isPast ? `; ${new Date(expiresAt).toISOString()} is not` : "";
  return [{ field: "expiresAt", message: `must be a moment that is still to come${given}` }];
}

function checkLimit(field: "rateLimit" | "maxOpen", limit: unknown): KeyIssue[] {
  if (limit === undefined) return [];
  if (Number.isInteger(limit) && Number(limit) >= 1 && Number(limit) <= MAX_LIMIT) return [];
  return [{ field, message: `must be a whole number from 1 to ${MAX_LIMIT}${gotOf(limit)}` }];
}

function checkModels(models: unknown): KeyIssue[] {
  if (models === undefined) return [];
  const field = "models";
  if (!Array.isArray(models) || models.length === 0 || models.length > MAX_MODELS)
    return [
      {
        field,
        message: `must be a list of 1 to ${MAX_MODELS} model ids, in which * stands for any characters, such as openai/*`,
      },
    ];
  const wrong = models.find((model) => typeof model !== "string" || !/^[\w.*/-]{1,256}$/.test(model));
  if (wrong === undefined) return [];
  return [
    {
      field,
      message: `must be model ids of letters, digits, "_", ".", "-" and "/", in which * stands for any characters, such as openai/*${gotOf(wrong)}`,
    },
  ];
}

/** Tells nothing of what was given but names that can be names: a secret may have got into the wrong place. */
function checkProviderKeys(providerKeys: unknown): KeyIssue[] {
  if (providerKeys === undefined) return [];
  const issue = (message: string): KeyIssue[] => [{ field: "providerKeys", message }];
  if (typeof providerKeys !== "object" || providerKeys === null || Array.isArray(providerKeys))
    return issue("must be secrets by the names of their providers, such as openai");
  const entries = Object.entries(providerKeys);
  if (entries.length > MAX_PROVIDERS) return issue(`must name at most ${MAX_PROVIDERS} providers`);
  if (entries.some(([provider]) => !/^[a-z0-9-]{1,40}$/.test(provider)))
    return issue("must name each provider by 1 to 40 lower-case letters, digits and -, such as openai");
  return entries.flatMap(([provider, secret]) => {
    const problem = secretProblem(secret);
    return problem === undefined ? [] : issue(`must have a secret for ${provider}; what it has ${problem}`);
  });
}

function secretProblem(secret: unknown): string | undefined {
  if (typeof secret !== "string") return "is not a text";
  if (secret === "") return "is empty";
  if (secret.length > MAX_SECRET) return `is longer than ${MAX_SECRET} characters`;
  if (secret.trim() !== secret) return "has spaces or line breaks around it";
  return /^[ -~]*$/.test(secret) ? undefined : "has characters other than printable ASCII";
}

function gotOf(value: unknown): string {
  return value === undefined ? "" : `; got ${JSON.stringify(value)?.slice(0, 120)}`;
}
