import { REQUEST_ID } from "../generated/identifiers.js";
import { ApiError } from "../http/api-error.js";
import { authenticate } from "../http/authenticate.js";
import type { Scope } from "../keys/key-record.js";
import type { RequestRecord, RequestStatus, RequestSummary } from "../requests.js";
import type { ServerContext } from "../server-context.js";

/** The request that a path names, with all that is known of it. Only the token that submitted it may see it. */
export function ownRequest(
  context: ServerContext,
  raw: Request,
  id: string,
  scope: Scope,
): Promise<RequestRecord> {
  return owned(context, raw, id, scope, context.store.findRequest);
}

/**
 * The same for the calls that are ours alone: there, somebody else's request is answered as one that does not exist, where the hosted
 * service's calls say whose it is not.
 */
export async function findOwn(
  { store }: Pick<ServerContext, "store">,
  id: string,
  keyId: string,
): Promise<RequestRecord> {
  checkRequestId(id);
  const request = await store.findRequest(id);
  if (request?.keyId !== keyId) throw noRequest(id);
  return request;
}

/** The same without its input and what came out, which costs less, and with its place in the queue. */
export function ownStatus(
  context: ServerContext,
  raw: Request,
  id: string,
  scope: Scope,
): Promise<RequestStatus> {
  return owned(context, raw, id, scope, context.store.findStatus);
}

async function owned<Found extends RequestSummary>(
  context: ServerContext,
  raw: Request,
  id: string,
  scope: Scope,
  find: (id: string) => Promise<Found | undefined>,
): Promise<Found> {
  const key = await authenticate(raw, context, scope);
  checkRequestId(id);
  const request = await find(id);
  if (!request) throw noRequest(id);
  if (request.keyId !== key.id)
    throw new ApiError("forbidden", `Request ${id} was submitted with another token.`);
  return request;
}

export function checkRequestId(id: string): void {
  if (REQUEST_ID.test(id)) return;
  throw new ApiError(
    "invalidIdentifier",
    `"${id.slice(0, 100)}" is not a request id. A request id has 1 to 128 letters, digits, "_" and "-".`,
  );
}

export function noRequest(id: string): ApiError {
  return new ApiError("notFound", `There is no request ${id}.`);
}
