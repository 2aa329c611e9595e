import { REQUEST_ID } from "../generated/identifiers.js";
import { ApiError } from "../http/api-error.js";
import { authenticate } from "../http/authenticate.js";
import type { RequestRecord } from "../requests.js";
import type { Store } from "../store/store.js";

/** The request that a path names. Only the token that submitted it may see it. */
export function ownRequest(store: Store, raw: Request, id: string): RequestRecord {
  const key = authenticate(raw, store);
  if (!REQUEST_ID.test(id)) {
    throw new ApiError(
      "invalidIdentifier",
      `"${id.slice(0, 100)}" is not a request id. A request id has 1 to 128 letters, digits, "_" and "-".`,
    );
  }
  const request = store.findRequest(id);
  if (!request) throw new ApiError("notFound", `There is no request ${id}.`);
  if (request.keyId !== key.id)
    throw new ApiError("forbidden", `Request ${id} was submitted with another token.`);
  return request;
}
