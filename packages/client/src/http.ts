import { within } from "./abort.js";
import type { Call } from "./contract.js";
import { errorFromAnswer } from "./errors/from-answer.js";
import {
  AuthenticationError,
  ConnectionError,
  InvalidResponseError,
  ModelApiError,
  SubmissionUnknownError,
} from "./errors/index.js";
import { quietly, type ResolvedOptions } from "./options.js";
import { isCrossOrigin, isInBrowser } from "./origin.js";
import { parseRetryAfter } from "./retry-after.js";
import { VERSION } from "./version.js";

export interface SendOptions {
  readonly signal: AbortSignal | undefined;
  /** Milliseconds that the answer may take. */
  readonly timeout: number;
  readonly query?: object;
  /** The request that the call is about; errors carry it. */
  readonly requestId?: string;
  /** Of a submit, whose loss is another thing than a read's. */
  readonly idempotencyKey?: string;
  /** Headers that a server without our extensions need not know. */
  readonly extensions?: Record<string, string>;
}

export interface Http {
  /**
   * One call, made once. Throws a `ModelApiError` for what the server or the connection did, and the signal's reason when it
   * is aborted; a submit that has left ends in `SubmissionUnknownError` instead of either, unless it certainly did not arrive.
   * @param isExpected whether an answer has the shape that the call promises
   */
  send<Body>(
    call: Call,
    isExpected: (body: Body, headers: Headers) => boolean,
    options: SendOptions,
  ): Promise<Body>;
  /** Names of the extensions that the server offers; undefined until it has answered. */
  extensions(): string | undefined;
}

/**
 * What a connection ends with before a byte of the request has left: it was refused, the name is unknown, or the certificate
 * is not trusted. In any other case the request may have arrived.
 */
const NEVER_LEFT =
  /^(ECONNREFUSED|ConnectionRefused|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|UNABLE_TO_\w+|(?!ERR_SSL)\w*CERT\w*)$/;
/** Not among the options that Node's own types know. */
const NO_STORE = { cache: "no-store" } as RequestInit;
const EXCERPT = 200;
/** Shorter tokens are those of tests, and part of ordinary words. */
const SECRET_LENGTH = 8;

export function createHttp(options: ResolvedOptions): Http {
  const { baseUrl, clock, hooks } = options;
  // Frameworks cache `fetch`, and a cached status never ends.
  const common = takesCache() ? NO_STORE : {};
  let isKnown = !isCrossOrigin(baseUrl);
  let extensions: string | undefined;
  let honoursKeys = false;

  return {
    extensions: () => extensions,
    async send(
      { method, path, ...content },
      isExpected,
      { signal, timeout, query, requestId, idempotencyKey, extensions: extra },
    ) {
      const url = baseUrl + path + (query ? `?${new URLSearchParams(query as Record<string, string>)}` : "");
      const what = `${method} ${url}`;
      let hasLeft = false;
      let token: string | undefined;

      async function work(inner: AbortSignal) {
        token = await options.token();
        const headers = headersFor(token);
        if ("body" in content) headers["content-type"] = content.type ?? "application/json";
        if (isKnown) {
          Object.assign(headers, extra);
          options.trace?.(headers);
        }
        const call = { method, url, headers };
        await hooks.onRequest?.(call);
        inner.throwIfAborted();
        hasLeft = true;
        const response = await options.fetch(url, { ...common, ...content, method, headers, signal: inner });
        quietly(() => hooks.onResponse?.(call, response));

        const { status, ok, headers: told } = response;
        extensions = told.get("model-api-extensions") ?? "";
        isKnown ||= extensions !== "";
        honoursKeys ||= idempotencyKey !== undefined && told.get("idempotency-key") === idempotencyKey;
        const text = await response.text();
        const body = parse(text, token);
        const code = Number(body?.error_code) || (ok ? 0 : status);
        if (code) {
          const retryAfter = parseRetryAfter(told.get("retry-after"), clock.now());
          throw errorFromAnswer(code, `${what}: ${body?.error_message ?? `HTTP ${status}`}`, body?.detail, {
            status,
            requestId,
            retryAfter,
          });
        }
        if (body && isExpected(body as never, told)) return body as never;
        const excerpt = redact(text.slice(0, EXCERPT), token) || "nothing";
        throw new InvalidResponseError(
          `${what}: HTTP ${status} with no answer of the Model API: ${excerpt}`,
          {
            status,
            requestId,
          },
        );
      }

      const lost = (how: string, cause?: unknown) =>
        new ConnectionError(redact(`${what}: ${how}`, token), { requestId, cause, retryable: true });
      try {
        return await within(clock, timeout, signal, () => lost(`no answer in ${timeout} ms`), work);
      } catch (error) {
        // A bad id, no token to be had, an input that is no JSON, an abort in time: nothing was sent.
        if (!hasLeft) throw error;
        const isAbort = signal?.aborted && error === signal.reason;
        const failure =
          ModelApiError.isInstance(error) && !isAbort ? error : lost(codeOf(error) || `${error}`, error);
        if (idempotencyKey !== undefined && mayHaveArrived(failure)) {
          throw new SubmissionUnknownError(
            `${failure.message}. It may have been accepted, and may be charged: look at your requests before you submit it again.`,
            {
              idempotencyKey,
              retryable: honoursKeys,
              status: failure.status,
              cause: isAbort ? error : failure,
            },
          );
        }
        throw isAbort ? error : failure;
      }
    },
  };
}

function headersFor(token: string | undefined): Record<string, string> {
  // A browser says who it is by itself, and a header more would need the server's permission.
  const headers: Record<string, string> = isInBrowser()
    ? {}
    : { "user-agent": `model-api-client/${VERSION}` };
  if (!token) return headers;
  // Told here, because the system's own error would quote the header.
  if (/[^\x21-\x7e]/.test(token))
    throw new AuthenticationError(
      "The token holds a blank, a line break or another character that no token has.",
      {},
    );
  headers.authorization = `Bearer ${token}`;
  return headers;
}

/** Whether a submit that ended so may be accepted all the same. */
function mayHaveArrived({ code, status = 0, retryAfter, cause }: ModelApiError): boolean {
  if (code === "connection") return !NEVER_LEFT.test(codeOf(cause));
  if (code !== "server") return code === "invalid_response";
  if (status === 503) return retryAfter === undefined;
  return status < 400 || status === 408 || status === 425 || status >= 500;
}

/** Older workers' runtimes throw on the option. */
function takesCache(): boolean {
  try {
    return !!new Request("http://localhost", NO_STORE);
  } catch {
    return false;
  }
}

/** The body as a JSON object without the token, which a server may reflect; undefined when it is anything else. */
function parse(text: string, token: string | undefined): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(text, (_, item) => (typeof item === "string" ? redact(item, token) : item));
    return typeof value === "object" && !Array.isArray(value) ? (value ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}

function redact(text: string, token = ""): string {
  return token.length < SECRET_LENGTH ? text : text.replaceAll(token, "[token]");
}

/** The system's word for an error, which `fetch` hides one level down. */
function codeOf(error: unknown): string {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: { code?: unknown } };
  return `${cause?.code ?? code ?? ""}`;
}
