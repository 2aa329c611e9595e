import { type KeyRecord, type Scope, whyRefused } from "../keys/key-record.js";
import { hashToken } from "../keys/keys.js";
import type { ServerContext } from "../server-context.js";
import { ApiError } from "./api-error.js";
import { noteCall } from "./call-facts.js";

const HOW =
  "Send `Authorization: Bearer <token>` with a token of this server: the one that `model-api serve` printed on its first start, or one of `model-api keys create`.";

/** The key that a call was made with, if it is good and has one of the scopes that allow what the call does. */
export async function authenticate(
  request: Request,
  { store, clock }: Pick<ServerContext, "store" | "clock">,
  ...scopes: readonly [Scope, ...Scope[]]
): Promise<KeyRecord> {
  const header = request.headers.get("authorization");
  if (!header) throw new ApiError("unauthenticated", `No token was sent. ${HOW}`);
  const token = /^Bearer +(\S+)$/i.exec(header)?.[1];
  if (!token) throw new ApiError("unauthenticated", `The Authorization header is not a bearer token. ${HOW}`);
  const key = await store.findKey(hashToken(token));
  if (!key) throw new ApiError("unauthenticated", `This server does not know that token. ${HOW}`);
  noteCall(request, { keyId: key.id });
  const refused = whyRefused(key, clock.now());
  if (refused)
    throw new ApiError(
      "unauthenticated",
      `That token has ${refused === "expired" ? "expired" : "been revoked"}. ${HOW}`,
    );
  if (!scopes.some((scope) => key.scopes.includes(scope))) {
    throw new ApiError(
      "forbidden",
      `That token may not do this: it has the scopes ${key.scopes.join(", ")}, and ${scopes.join(" or ")} is needed. Use a token that \`model-api keys create --scopes ${scopes[0]}\` made.`,
    );
  }
  return key;
}
