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
  /** Seconds that the server is asked to hold the answer. */
  readonly hold?: number;
  /** The request that the call is about; errors carry it. */
  readonly requestId?: string;
  /** Of a submit, whose loss is another thing than a read's. */
  readonly idempotencyKey?: string;
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
/** How many times longer than a read a call may take that carries a body. */
const WITH_BODY = 10;
/** Shorter tokens are those of tests, and part of ordinary words. */
const SECRET_LENGTH = 8;

export function createHttp(options: ResolvedOptions): Http {
  const { baseUrl, clock, hooks, retry } = options;
  const cache = uncached();
  const page = pageLocation();
  // Across origins, a header that the server does not allow fails the whole call.
  let isKnown = !page || new URL(baseUrl, page.href).origin === page.origin;
  let extensions: string | undefined;
  let honoursKeys = false;

  const send: Send = async (
    { path, method = "GET", headers: own, body = null },
    isExpected,
    { signal, hold = 0, requestId, idempotencyKey },
  ) => {
    const url = baseUrl + path;
    const timeout = retry.attemptTimeout * (body ? WITH_BODY : 1) + 1000 * hold;
    let token = "";
    let hasLeft = false;
    const say = (what: unknown) => redact(`${method} ${url}: ${what}`, token);
    const lost = (how: string, cause?: { readonly cause: unknown }) =>
      new ConnectionError(say(how), { requestId, retryable: true, ...cause });

    async function work(inner: AbortSignal) {
      // Without the line break that a token from a file ends with: the system's own error would quote the header.
      const given = typeof options.token === "function" ? await options.token() : options.token;
      token = (given ?? "").replace(/[^\x21-\x7e]/g, "");
      const headers: Record<string, string> = { ...own };
      if (token) headers.authorization = `Bearer ${token}`;
      // A browser says who it is by itself, and a header more would need the server's permission.
      if (!page) headers["user-agent"] = `model-api-client/${VERSION}`;
      if (isKnown) {
        if (hold) headers.prefer = `wait=${hold}`;
        if (idempotencyKey) headers["idempotency-key"] = idempotencyKey;
        options.trace?.(headers);
      }
      const outgoing = { url, method, headers };
      await hooks?.onRequest?.(outgoing);
      inner.throwIfAborted();
      hasLeft = true;
      // Looked up late, so that a test or a framework that replaces the global is heard.
      const response = await (options.fetch ?? fetch)(url, {
        method,
        headers,
        body,
        signal: inner,
        // Last: engines are slow to add to what they have spread.
        ...cache,
      });
      quietly(() => hooks?.onResponse?.(outgoing, response));

      const { status, ok, headers: told } = response;
      // A gateway on the way does not say it, and takes nothing back.
      extensions = told.get("model-api-extensions") ?? extensions ?? "";
      isKnown ||= !!extensions;
      honoursKeys ||= !!idempotencyKey && told.get("idempotency-key") === idempotencyKey;
      const value = parse(await response.text(), token);
      const answer = Object(value) as Record<string, unknown>;
      const code = Number(answer.error_code || (ok ? 0 : status));
      if (code === 0 && isExpected(answer as never, told)) return answer as never;
      const details = {
        status,
        requestId,
        retryAfter: parseRetryAfter(told.get("retry-after"), clock.now()),
      };
      throw code === 0
        ? new InvalidResponseError(
            say(`HTTP ${status}, no answer of the API: ${JSON.stringify(value).slice(0, 200)}`),
            details,
          )
        : errorFromAnswer(code, say(answer.error_message ?? `HTTP ${status}`), answer.detail, details);
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
        : lost(`the connection failed: ${codeOf(error) || Object(error).cause || error}`, { cause: error });
      if (idempotencyKey && mayHaveArrived(failure)) {
        throw new SubmissionUnknownError(
          `${failure.message}. It may be charged: look at your requests before you submit again`,
          { ...failure, idempotencyKey, retryable: honoursKeys, cause: error },
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

/** Frameworks cache `fetch`, and a cached status never ends. Older workers' runtimes throw on the option. */
function uncached(): RequestInit | undefined {
  // Not among the options that Node's own types know.
  const init = { cache: "no-store" } as RequestInit;
  try {
    return new Request("http://x", init) && init;
  } catch {
    return undefined;
  }
}

/** What the body says, without the token, which a server may reflect; the text itself where it is no JSON. */
function parse(text: string, token: string): unknown {
  const clean = redact(text, token);
  // Most answers neither hold it nor could hide it in an escape, and are read several times as fast.
  const isClean = clean === text && !text.includes("\\");
  const redactItem = (_: string, item: unknown) => (typeof item === "string" ? redact(item, token) : item);
  try {
    return JSON.parse(text, isClean ? undefined : redactItem);
  } catch {
    return clean;
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
