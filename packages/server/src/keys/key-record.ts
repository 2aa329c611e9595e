/** What a key may be used for. `submit` and `read` are a caller's; `admin` manages keys and sees everyone's usage. */
export const SCOPES = ["submit", "read", "admin"] as const;
export type Scope = (typeof SCOPES)[number];

/** An API key, as the store keeps it. */
export interface KeyRecord {
  readonly id: string;
  /** What its owner calls it. */
  readonly name: string;
  /** SHA-256 of the token, hex. The token itself is never stored. */
  readonly hash: string;
  readonly scopes: readonly Scope[];
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** From then on it is refused. */
  readonly expiresAt?: number | undefined;
  readonly revokedAt?: number | undefined;
  /** Submits a minute. */
  readonly rateLimit?: number | undefined;
  /** Requests queued and running at once. */
  readonly maxOpen?: number | undefined;
  /** Which models it may submit to: ids, in which `*` stands for any characters. All where it is left out. */
  readonly models?: readonly string[] | undefined;
  /** The services behind engines that it brings secrets for. The secrets themselves are read where they are used, and nowhere else. */
  readonly providers?: readonly string[] | undefined;
  /** What the webhooks of this key's requests are signed with, `whsec_…` as Standard Webhooks has it. */
  readonly webhookSecret: string;
}

/** Why a key is refused; undefined where it is good. */
export function whyRefused(
  key: Pick<KeyRecord, "revokedAt" | "expiresAt">,
  now: number,
): "revoked" | "expired" | undefined {
  if (key.revokedAt !== undefined) return "revoked";
  return key.expiresAt !== undefined && key.expiresAt <= now ? "expired" : undefined;
}
