import type { MiddlewareHandler } from "hono";

/** What this server offers beyond what the hosted service promises, by the names of the contract. */
const EXTENSIONS = ["wait", "idempotency-key", "files", "requests", "webhooks"].join(", ");
/** Headers of the extensions, which a browser hides from a page of another origin unless it is told otherwise. */
const EXPOSED = ["Model-Api-Extensions", "Idempotency-Key", "Preference-Applied"].join(", ");

/** Names the extensions on every answer, errors as well, so that a client knows before it relies on one. */
export const nameExtensions: MiddlewareHandler = async (c, next) => {
  await next();
  c.res.headers.set("model-api-extensions", EXTENSIONS);
  c.res.headers.append("access-control-expose-headers", EXPOSED);
};
