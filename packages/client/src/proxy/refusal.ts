/** What the proxy itself answers, each with its code on the wire and its HTTP status. */
const REFUSALS = {
  notFound: { code: 404001, status: 404 },
  unauthenticated: { code: 400004, status: 401 },
  foreignOrigin: { code: 403001, status: 403 },
  tooLarge: { code: 422, status: 413 },
  malformedBody: { code: 422, status: 400 },
  invalid: { code: 422, status: 422 },
  rateLimited: { code: 429, status: 429 },
  /**
   * The API has refused the proxy's own account. No other status fits: by 401 and 402 a caller would take the refusal for one of
   * itself, by 5xx for one that may pass, and of a submit, that it may have been accepted.
   */
  account: { code: 424, status: 424 },
  /** Nobody reads it. */
  callerLeft: { code: 499, status: 499 },
  failed: { code: 500, status: 500 },
  lost: { code: 502, status: 502 },
  /** Nothing was passed on, so a submit may be repeated; a client takes it so only together with `Retry-After`. */
  notPassedOn: { code: 503, status: 503 },
  late: { code: 504, status: 504 },
} as const;

export type RefusalKind = keyof typeof REFUSALS;

/** An answer in the contract's shape that is none of the API's. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly kind: RefusalKind;
  /** Milliseconds after which another try makes sense. */
  readonly retryAfter: number | undefined;

  constructor(kind: RefusalKind, message: string, retryAfter?: number) {
    super(message);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  toResponse(): Response {
    const { code, status } = REFUSALS[this.kind];
    const seconds = this.retryAfter !== undefined && Math.max(1, Math.ceil(this.retryAfter / 1000));
    return jsonAnswer(
      { error_code: code, error_message: this.message },
      status,
      seconds ? { "retry-after": `${seconds}` } : {},
    );
  }
}

export const refuse = (kind: RefusalKind, message: string, retryAfter?: number): Refusal =>
  new Refusal(kind, message, retryAfter);

/** All answers are JSON, which nobody keeps or takes for something else. */
export function jsonAnswer(
  body: unknown,
  status: number,
  headers: Readonly<Record<string, string>>,
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "content-type": "application/json",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      ...headers,
    },
  });
}
