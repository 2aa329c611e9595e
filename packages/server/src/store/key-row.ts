import type { KeyRecord, Scope } from "../keys/key-record.js";

/** A row of the table `keys`, in either database; times are milliseconds since the epoch. */
export interface KeyRow {
  id: string;
  name: string;
  hash: string;
  /** Separated by spaces. */
  scopes: string;
  created_at: number;
  expires_at: number | null;
  revoked_at: number | null;
  rate_limit: number | null;
  max_open: number | null;
  webhook_secret: string;
  /** JSON: a list of patterns. */
  models: string | null;
  /** JSON: secrets by the names of their providers. */
  provider_keys: string | null;
}

/** The columns of a key, in the order of {@link valuesOfKey}. */
export const KEY_COLUMNS =
  "id, name, hash, scopes, created_at, expires_at, revoked_at, rate_limit, max_open, webhook_secret, models, provider_keys";

export function toKey(row: KeyRow): KeyRecord {
  return {
    id: row.id,
    name: row.name,
    hash: row.hash,
    scopes: row.scopes.split(" ") as Scope[],
    createdAt: row.created_at,
    ...(row.expires_at !== null && { expiresAt: row.expires_at }),
    ...(row.revoked_at !== null && { revokedAt: row.revoked_at }),
    ...(row.rate_limit !== null && { rateLimit: row.rate_limit }),
    ...(row.max_open !== null && { maxOpen: row.max_open }),
    ...(row.models !== null && { models: JSON.parse(row.models) }),
    ...(row.provider_keys !== null && { providers: Object.keys(JSON.parse(row.provider_keys)) }),
    webhookSecret: row.webhook_secret,
  };
}

export function valuesOfKey(
  key: KeyRecord,
  providerKeys: Readonly<Record<string, string>> | undefined,
): (string | number | null)[] {
  return [
    key.id,
    key.name,
    key.hash,
    key.scopes.join(" "),
    key.createdAt,
    key.expiresAt ?? null,
    key.revokedAt ?? null,
    key.rateLimit ?? null,
    key.maxOpen ?? null,
    key.webhookSecret,
    key.models ? JSON.stringify(key.models) : null,
    providerKeys ? JSON.stringify(providerKeys) : null,
  ];
}
