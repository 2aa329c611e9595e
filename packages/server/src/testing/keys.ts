import type { KeyRecord } from "../keys/key-record.js";

/** A key as a store keeps it; its hash is not one of any token. */
export function keyRecord(id = "k", more: Partial<KeyRecord> = {}): KeyRecord {
  return {
    id,
    name: id,
    hash: `hash of ${id}`,
    scopes: ["submit", "read"],
    createdAt: 1,
    webhookSecret: "whsec_c2VjcmV0",
    ...more,
  };
}
