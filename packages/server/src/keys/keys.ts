import { createHash, randomBytes } from "node:crypto";
import type { KeyRecord } from "../store/store.js";

/** A new token, and what is stored of it. The token is shown once and cannot be had again. */
export function createKey(name: string, now: number): { token: string; record: KeyRecord } {
  const token = `mapi_${randomBytes(32).toString("base64url")}`;
  const id = `key_${randomBytes(8).toString("hex")}`;
  return { token, record: { id, name, hash: hashToken(token), createdAt: now } };
}

/** A plain SHA-256 is enough: a token has 256 random bits, so there is nothing to guess. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
