import type { CallHeaders } from "../connection.js";

/** Headers without the idempotency key, which belongs to one submit and not to every call after it. */
export function takeKey(given: CallHeaders = {}): {
  headers: CallHeaders;
  idempotencyKey: string | undefined;
} {
  const isKey = (name: string) => /^idempotency-key$/i.test(name);
  const entries = Object.entries(given);
  return {
    headers: Object.fromEntries(entries.filter(([name]) => !isKey(name))),
    idempotencyKey: entries.find(([name]) => isKey(name))?.[1],
  };
}
