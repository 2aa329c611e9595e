import type { MiddlewareHandler } from "hono";
import { headerParameters } from "../generated/parameters.js";
import { ApiError } from "./api-error.js";

const HEADER = "idempotency-key";
const WELL_FORMED: RegExp = new RegExp(headerParameters.submitRequest["Idempotency-Key"].pattern);

/** The key that a submit carries, if any. Throws where it is malformed: who sends one relies on it. */
export function idempotencyKey(headers: Headers): string | undefined {
  const key = headers.get(HEADER);
  if (key === null) return undefined;
  if (WELL_FORMED.test(key)) return key;
  const given = key === "" ? "it is empty" : `got ${JSON.stringify(key.slice(0, 100))}`;
  throw new ApiError(
    "invalid",
    `The Idempotency-Key header must have 1 to 255 visible ASCII characters and no spaces; ${given}. Send a new UUID for each request that you intend, or leave the header out.`,
  );
}

/** Says on every answer, errors as well, that the key of the call is honoured. */
export const echoIdempotencyKey: MiddlewareHandler = async (c, next) => {
  await next();
  const key = c.req.raw.headers.get(HEADER);
  if (key !== null && WELL_FORMED.test(key)) c.res.headers.set(HEADER, key);
};
