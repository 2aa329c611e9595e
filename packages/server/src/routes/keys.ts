import { Hono } from "hono";
import type { components } from "../generated/openapi.js";
import { ApiError } from "../http/api-error.js";
import { authenticate } from "../http/authenticate.js";
import { jsonAnswer } from "../http/json-answer.js";
import { readJsonObject } from "../http/read-json.js";
import { InvalidKeyError, type KeyIssue } from "../keys/check-key.js";
import type { Scope } from "../keys/key-record.js";
import type { NewKey } from "../keys/keys.js";
import { type KeyView, manageKeys } from "../keys/manage-keys.js";
import { momentOf } from "../keys/read-key-text.js";
import type { ServerContext } from "../server-context.js";

type Schemas = components["schemas"];

const MAX_BODY_BYTES = 2 ** 16;
/** What the fields of a key are called on the wire. */
const WIRE = {
  name: "name",
  scopes: "scopes",
  expiresAt: "expires_at",
  rateLimit: "rate_limit",
  maxOpen: "max_open",
  models: "models",
  providerKeys: "provider_keys",
} as const satisfies Record<keyof NewKey, string>;

/** Keys, for whoever has one with the scope `admin`. */
export function keyRoutes(context: ServerContext): Hono {
  const keys = manageKeys(context.store, context.clock);
  const routes = new Hono();

  routes.get("/v1/keys", async (c) => {
    await authenticate(c.req.raw, context, "admin");
    return jsonAnswer<Schemas["KeyList"]>({ keys: (await keys.list()).map(toWire) });
  });

  routes.post("/v1/keys", async (c) => {
    await authenticate(c.req.raw, context, "admin");
    const body = await readJsonObject(c.req.raw, MAX_BODY_BYTES);
    try {
      const { key, token, webhookSecret } = await keys.create(fromWire(body));
      return jsonAnswer<Schemas["CreatedKey"]>({ key: toWire(key), token, webhook_secret: webhookSecret });
    } catch (error) {
      if (error instanceof InvalidKeyError) throw invalid(error.issues.map(toDetail));
      throw error;
    }
  });

  routes.delete("/v1/keys/:id", async (c) => {
    await authenticate(c.req.raw, context, "admin");
    const id = c.req.param("id");
    if (!/^[\w-]{1,128}$/.test(id)) {
      throw new ApiError(
        "invalidIdentifier",
        `"${id.slice(0, 100)}" is not a key's id. GET /v1/keys lists the ids.`,
      );
    }
    const found = await keys.revoke(id);
    if (!found) throw new ApiError("notFound", `There is no key ${id}. GET /v1/keys lists what there is.`);
    return jsonAnswer<Schemas["Key"]>(toWire(found.key));
  });

  return routes;
}

export function toWire(key: KeyView): Schemas["Key"] {
  const moment = (time: number) => new Date(time).toISOString();
  return {
    key_id: key.id,
    name: key.name,
    scopes: [...key.scopes],
    state: key.state,
    created_at: moment(key.createdAt),
    ...(key.expiresAt !== undefined && { expires_at: moment(key.expiresAt) }),
    ...(key.revokedAt !== undefined && { revoked_at: moment(key.revokedAt) }),
    ...(key.rateLimit !== undefined && { rate_limit: key.rateLimit }),
    ...(key.maxOpen !== undefined && { max_open: key.maxOpen }),
    ...(key.models && { models: [...key.models] }),
    ...(key.providers && { providers: [...key.providers] }),
  };
}

/** Only what the contract names, whatever types it has: those are checked where keys are made. */
function fromWire(body: Record<string, unknown>): NewKey {
  const names: string[] = Object.values(WIRE);
  const unknown = Object.keys(body).filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    const message = `is not a field of a key; there are ${names.join(", ")}`;
    throw invalid(unknown.map((name) => ({ path: [name.slice(0, 100)], message, allowed: names })));
  }
  const { name, scopes, expires_at, rate_limit, max_open, models, provider_keys } = body;
  return {
    name: name as string,
    scopes: scopes as Scope[] | undefined,
    expiresAt: expires_at === undefined ? undefined : timeOf(expires_at),
    rateLimit: rate_limit as number | undefined,
    maxOpen: max_open as number | undefined,
    models: models as string[] | undefined,
    providerKeys: provider_keys as Record<string, string> | undefined,
  };
}

function timeOf(value: unknown): number {
  const time = typeof value === "string" && /^\d{4}-/.test(value) ? momentOf(value, 0, 1) : undefined;
  if (time !== undefined) return time;
  const message = `must be a date and time such as 2027-01-31T00:00:00Z; got ${JSON.stringify(value)?.slice(0, 100)}`;
  throw invalid([{ path: ["expires_at"], message }]);
}

function toDetail({ field, message, allowed, suggestion }: KeyIssue): Schemas["ErrorDetail"] {
  return {
    path: [WIRE[field]],
    message,
    ...(allowed && { allowed: [...allowed] }),
    ...(suggestion && { suggestion }),
  };
}

function invalid(detail: Schemas["ErrorDetail"][]): ApiError {
  const [first] = detail;
  return new ApiError("invalid", `The key cannot be made: ${first?.path[0]} ${first?.message}`, { detail });
}
