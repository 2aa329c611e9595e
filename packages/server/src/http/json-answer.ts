/** What this server offers beyond what the hosted service promises, by the names of the contract. */
const EXTENSIONS = ["wait", "idempotency-key", "files", "requests", "webhooks", "keys", "usage"].join(", ");

/**
 * Headers of every answer under `/v1`, errors as well: a client knows what is offered before it relies on it, and nothing between the two keeps
 * an answer. They are here, and in no middleware, because to add a header to an answer that has been made costs as much as the rest of it.
 */
const HEADERS = {
  "content-type": "application/json",
  "cache-control": "no-store",
  "model-api-extensions": EXTENSIONS,
};

/** Whether a path is one whose answers have these headers. */
export function isUnderV1(path: string): boolean {
  return path === "/v1" || path.startsWith("/v1/");
}

export interface JsonAnswerOptions {
  /** @default 200 */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer under `/v1`. The type parameter is the contract's. */
export function jsonAnswer<Body extends object>(
  body: Body,
  { status = 200, headers }: JsonAnswerOptions = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: headers ? { ...HEADERS, ...headers } : HEADERS,
  });
}
