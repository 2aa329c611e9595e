import { hashToken } from "../keys/keys.js";
import type { KeyRecord, Store } from "../store/store.js";
import { ApiError } from "./api-error.js";

const HOW =
  "Send `Authorization: Bearer <token>` with the token that `model-api serve` printed on its first start.";

/** The key that a request was made with. */
export function authenticate(request: Request, store: Store): KeyRecord {
  const header = request.headers.get("authorization");
  if (!header) throw new ApiError("unauthenticated", `No token was sent. ${HOW}`);
  const token = /^Bearer +(\S+)$/i.exec(header)?.[1];
  if (!token) throw new ApiError("unauthenticated", `The Authorization header is not a bearer token. ${HOW}`);
  const key = store.findKey(hashToken(token));
  if (!key) throw new ApiError("unauthenticated", `This server does not know that token. ${HOW}`);
  return key;
}
