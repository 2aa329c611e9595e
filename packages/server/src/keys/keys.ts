import { createHash, randomBytes } from "node:crypto";
import type { KeyRecord, Scope } from "./key-record.js";

export interface NewKey {
  /** What its owner calls it. */
  readonly name: string;
  /** @default ["submit", "read"] */
  readonly scopes?: readonly Scope[] | undefined;
  /** Milliseconds since the epoch. @default never */
  readonly expiresAt?: number | undefined;
  /** Submits a minute. @default unlimited */
  readonly rateLimit?: number | undefined;
  /** Requests queued and running at once. @default unlimited */
  readonly maxOpen?: number | undefined;
  /** Which models it may submit to: ids, in which `*` stands for any characters, such as `openai/*`. @default all */
  readonly models?: readonly string[] | undefined;
  /** Secrets for the services behind engines, such as `openai`, that this key's requests are run with. Never shown again. */
  readonly providerKeys?: Readonly<Record<string, string>> | undefined;
}

/** What is kept of a new key. */
export interface KeptKey {
  readonly record: KeyRecord;
  readonly providerKeys: NewKey["providerKeys"];
}

/** A new token, and what is stored of it. The token is shown once and cannot be had again. */
export function createKey(
  { scopes = ["submit", "read"], providerKeys = {}, ...key }: NewKey,
  now: number,
): KeptKey & { readonly token: string } {
  const token = `mapi_${randomBytes(32).toString("base64url")}`;
  const providers = Object.keys(providerKeys);
  const record = {
    ...key,
    ...(providers.length > 0 && { providers }),
    id: `key_${randomBytes(8).toString("hex")}`,
    hash: hashToken(token),
    scopes,
    createdAt: now,
    webhookSecret: `whsec_${randomBytes(24).toString("base64")}`,
  };
  return { token, record, providerKeys: providers.length > 0 ? providerKeys : undefined };
}

/** A plain SHA-256 is enough: a token has 256 random bits, so there is nothing to guess. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
