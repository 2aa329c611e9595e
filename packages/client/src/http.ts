import { within } from "./abort.js";
import type { Call } from "./contract.js";
import { errorFromAnswer } from "./errors/from-answer.js";
import {
  ConnectionError,
  InvalidResponseError,
  ModelApiError,
  SubmissionUnknownError,
} from "./errors/index.js";
import { quietly, type ResolvedOptions } from "./options.js";
import { pageLocation } from "./page.js";
import { parseRetryAfter } from "./retry-after.js";
import { VERSION } from "./version.js";

export interface SendOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds that the answer may take. @default the client's `attemptTimeout` */
  readonly timeout?: number;
  /** The request that the call is about; errors carry it. */
  readonly requestId?: string;
  /** Of a submit, whose loss is another thing than a read's. */
  readonly idempotencyKey?: string;
  /** Headers that a server without our extensions need not know. */
  readonly extensions?: Record<string, string>;
}

/**
 * One call, made once. Throws a `ModelApiError` for what the server or the connection did, and the signal's reason when it is
 * aborted; a submit that has left ends in `SubmissionUnknownError` instead of either, unless it certainly did not arrive.
 * @param isExpected whether an answer has the shape that the call promises
 */
export type Send = <Body>(
  call: Call,
  isExpected: (body: Body, headers: Headers) => boolean,
  options: SendOptions,
) => Promise<Body>;

export interface Http {
  readonly send: Send;
  /** Names of the extensions that the server offers; undefined until it has answered. */
  extensions(): string | undefined;
}

/**
 * What a connection ends with before a byte of the request has left: it was refused, the name is unknown, or the certificate
 * is not trusted. In any other case the request may have arrived.
 */
const NEVER_LEFT = /^(?!ERR_SSL).*(REFUSED|NOTFOUND|AI_AGAIN|CONNECT_TIMEOUT|CERT|UNABLE_TO_)/i;
/** Not among the options that Node's own types know. */
const NO_STORE = { cache: "no-store" } as RequestInit;
const EXCERPT = 200;
/** Stands for an `error_code` that is no number. */
const UNKNOWN_CODE = -1;
/** Shorter tokens are those of tests, and part of ordinary words. */
const SECRET_LENGTH = 8;

export function createHttp(options: ResolvedOptions): Http {
  const { baseUrl, clock, hooks, retry } = options;
  // Frameworks cache `fetch`, and a cached status never ends.
  const common = takesCache() ? NO_STORE : {};
  const page = pageLocation();
  // Across origins, a header that the server does not allow fails the whole call.
  let isKnown = !page || new URL(baseUrl, page.href).origin === page.origin;
  let extensions: string | undefined;
  let honoursKeys = false;

  const send: Send = async (
    { path, headers: own, ...call },
    isExpected,
    { signal, timeout = retry.attemptTimeout, requestId, idempotencyKey, extensions: extra },
  ) => {
    const url = baseUrl + path;
    let token = "";
    let hasLeft = false;
    const say = (what: unknown) => redact(`${call.method} ${url}: ${what}`, token);
    const lost = (how: string, cause?: unknown) =>
      new ConnectionError(say(how), { requestId, cause, retryable: true });

    async function work(inner: AbortSignal) {
      // Without the line break that a token from a file ends with: the system's own error would quote the header.
      const given = typeof options.token === "function" ? await options.token() : options.token;
      token = (given ?? "").replace(/[^\x21-\x7e]/g, "");
      const headers: Record<string, string> = { ...own };
      if (token) headers.authorization = `Bearer ${token}`;
      // A browser says who it is by itself, and a header more would need the server's permission.
      if (!page) headers["user-agent"] = `model-api-client/${VERSION}`;
      if (isKnown) {
        Object.assign(headers, extra);
        options.trace?.(headers);
      }
      const outgoing = { url, method: call.method, headers };
      await hooks.onRequest?.(outgoing);
      inner.throwIfAborted();
      hasLeft = true;
      const response = await options.fetch(url, { ...common, ...call, headers, signal: inner });
      quietly(() => hooks.onResponse?.(outgoing, response));

      const { status, ok, headers: told } = response;
      // A gateway on the way does not say it, and takes nothing back.
      extensions = told.get("model-api-extensions") ?? extensions ?? "";
      isKnown ||= !!extensions;
      honoursKeys ||= !!idempotencyKey && told.get("idempotency-key") === idempotencyKey;
      const text = await response.text();
      const value = parse(text, token);
      const body = Object(value) as Record<string, unknown>;
      const code = body.error_code ? Number(body.error_code) || UNKNOWN_CODE : ok ? 0 : status;
      const details = { status, requestId };
      if (code) {
        const retryAfter = parseRetryAfter(told.get("retry-after"), clock.now());
        const message = say(body.error_message ?? `HTTP ${status}`);
        throw errorFromAnswer(code, message, body.detail, { ...details, retryAfter });
      }
      if (isExpected(body as never, told)) return body as never;
      throw new InvalidResponseError(
        say(
          `HTTP ${status}, but no answer of the Model API: ${(JSON.stringify(value) ?? redact(text, token)).slice(0, EXCERPT)}`,
        ),
        details,
      );
    }

    try {
      return await within(clock, timeout, signal, () => lost(`no answer in ${timeout} ms`), work);
    } catch (error) {
      // A bad id, no token to be had, an input that is no JSON, an abort in time: nothing was sent.
      if (!hasLeft) throw error;
      const isAbort = signal?.aborted && error === signal.reason;
      const isTold = ModelApiError.isInstance(error) && !isAbort;
      const failure = isTold
        ? error
        : lost(`the connection failed: ${codeOf(error) || Object(error).cause || error}`, error);
      if (idempotencyKey && mayHaveArrived(failure)) {
        const { status, retryAfter } = failure;
        throw new SubmissionUnknownError(
          `${failure.message}. It may be accepted, and may be charged: look at your requests before you submit again`,
          { status, retryAfter, idempotencyKey, retryable: honoursKeys, cause: isTold ? failure : error },
        );
      }
      throw isAbort ? error : failure;
    }
  };

  return { send, extensions: () => extensions };
}

/** Whether a submit that failed so may be accepted all the same. */
function mayHaveArrived({ code, status, retryable, retryAfter, cause }: ModelApiError): boolean {
  if (code === "connection") return !NEVER_LEFT.test(codeOf(cause));
  if (code === "server") return retryable && (status !== 503 || retryAfter === undefined);
  return code === "invalid_response";
}

/** Older workers' runtimes throw on the option. */
function takesCache(): boolean {
  try {
    return !!new Request("http://localhost", NO_STORE);
  } catch {
    return false;
  }
}

/** What the body says, without the token, which a server may reflect; undefined where it is no JSON. */
function parse(text: string, token: string): unknown {
  try {
    return JSON.parse(text, (_, item) => (typeof item === "string" ? redact(item, token) : item));
  } catch {
    return undefined;
  }
}

function redact(text: string, token: string): string {
  return token.length < SECRET_LENGTH ? text : text.replaceAll(token, "[token]");
}

/** The system's word for an error, which `fetch` hides one level down. */
function codeOf(error: unknown): string {
  const { code, cause } = Object(error);
  return [cause?.code, code].find((word) => typeof word === "string") ?? "";
}
