import type { MiddlewareHandler } from "hono";

/** What this server offers beyond what the hosted service promises, by the names of the contract. */
const EXTENSIONS = ["wait", "idempotency-key", "files", "requests", "webhooks", "keys", "usage"].join(", ");

/** Names the extensions on every answer, errors as well, so that a client knows before it relies on one. */
export const nameExtensions: MiddlewareHandler = async (c, next) => {
  await next();
  c.res.headers.set("model-api-extensions", EXTENSIONS);
};
