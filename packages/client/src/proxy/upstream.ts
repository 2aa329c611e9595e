import { VERSION } from "../version.js";
import { limitedText } from "./limited-text.js";
import type { ProxyFailure } from "./options.js";
import { Refusal, refuse } from "./refusal.js";
import type { ResolvedProxyOptions } from "./resolve-options.js";

/** One call to the API. */
export interface UpstreamCall {
  readonly method: "GET" | "POST" | "DELETE";
  /** Made here, of what was checked. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  /** Ends the call; undefined for one that must not be left half-way. */
  readonly signal?: AbortSignal | undefined;
  /** Seconds that the API is asked to hold the answer. */
  readonly hold?: number | undefined;
}

/** An answer of whatever answered. */
export interface UpstreamAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** What the body says; undefined where it is no JSON. The token is not in it. */
  readonly value: unknown;
}

/** Tells the operator what went wrong. */
export type Report = (reason: ProxyFailure["reason"], message: string) => void;

/** Milliseconds that a read may go unanswered, and a call with a body. */
const READ_TIMEOUT = 30_000;
const BODY_TIMEOUT = 300_000;
/** Milliseconds after which whoever found the API unreachable may try again. */
const UNREACHABLE_RETRY = 5000;
/** Bytes of the longest answer. */
const MAX_ANSWER = 64 * 2 ** 20;
/**
 * What a connection ends with before a byte of the call has left: it was refused, the name is unknown, or the certificate is not
 * trusted. In any other case the call may have arrived.
 */
const NEVER_LEFT = /^(?!ERR_SSL).*(REFUSED|NOTFOUND|AI_AGAIN|CONNECT_TIMEOUT|CERT|UNABLE_TO_)/i;
/** Shorter tokens are those of tests, and part of ordinary words. */
const SECRET_LENGTH = 8;

/** @throws Refusal where there is no answer, which says whether the call may have arrived */
export async function callUpstream(
  { baseUrl, clock, token: given, fetch: own }: ResolvedProxyOptions,
  { method, path, headers, body, signal, hold = 0 }: UpstreamCall,
  report: Report,
): Promise<UpstreamAnswer> {
  const token = await readToken(given, report);
  if (signal?.aborted) throw callerLeft();
  const controller = new AbortController();
  const abort = () => controller.abort();
  let isLate = false;
  const disarm = clock.after((body ? BODY_TIMEOUT : READ_TIMEOUT) + 1000 * hold, () => {
    isLate = true;
    abort();
  });
  signal?.addEventListener("abort", abort);
  try {
    const response = await (own ?? fetch)(baseUrl + path, {
      method,
      headers: {
        ...headers,
        accept: "application/json",
        authorization: `Bearer ${token}`,
        "user-agent": `model-api-proxy/${VERSION}`,
      },
      // A redirect would carry the token elsewhere.
      redirect: "manual",
      signal: controller.signal,
      ...(body && { body, duplex: "half" }),
      ...uncached(),
    } as RequestInit);
    const text = await limitedText(response, MAX_ANSWER);
    return { status: response.status, headers: response.headers, value: parse(text, token) };
  } catch (error) {
    throw failure(error);
  } finally {
    disarm();
    signal?.removeEventListener("abort", abort);
  }

  function failure(error: unknown): Refusal {
    // Where the body was refused on its way, that is why the call has ended.
    if (signal?.reason instanceof Refusal) return signal.reason;
    if (signal?.aborted) return callerLeft();
    if (isLate) {
      report("lost", "The API did not answer in time.");
      return refuse("late", "The service behind this application did not answer in time.");
    }
    const code = codeOf(error);
    if (NEVER_LEFT.test(code)) {
      report("unreachable", `No connection to ${baseUrl}: ${code}`);
      return refuse(
        "notPassedOn",
        "The service behind this application cannot be reached. Nothing was passed on: try again.",
        UNREACHABLE_RETRY,
      );
    }
    report("lost", redact(`The connection to ${baseUrl} was lost: ${code || error}`, token));
    return refuse("lost", "The connection to the service behind this application was lost.");
  }
}

const callerLeft = () => refuse("callerLeft", "The caller has left.");

async function readToken(given: ResolvedProxyOptions["token"], report: Report): Promise<string> {
  let why = "gave no token";
  try {
    const token: unknown = typeof given === "function" ? await given() : given;
    // Without the line break that a token from a file ends with.
    const clean = typeof token === "string" && token.replace(/[^\x21-\x7e]/g, "");
    if (clean) return clean;
  } catch (error) {
    why = `threw: ${error}`;
  }
  report("token", `\`token\` ${why}.`);
  throw refuse(
    "notPassedOn",
    "This application cannot reach its service now. Nothing was passed on: try again.",
    0,
  );
}

/** Frameworks cache `fetch`, and a cached status never ends. Older workers' runtimes throw on the option. */
function uncached(): RequestInit {
  // Not among the options that Node's own types know.
  const init = { cache: "no-store" } as RequestInit;
  try {
    return new Request("http://x", init) && init;
  } catch {
    return {};
  }
}

/** What a text says as JSON, without the token, which a server may reflect, escaped or not, in a value or a name. */
function parse(text: string, token: string): unknown {
  try {
    const value = JSON.parse(text);
    // Most answers neither hold it nor could hide it in an escape.
    const isClean = !text.includes("\\") && redact(text, token) === text;
    return isClean ? value : JSON.parse(redact(JSON.stringify(value), token));
  } catch {
    return undefined;
  }
}

function redact(text: string, token: string): string {
  if (token.length < SECRET_LENGTH) return text;
  const forms = [token, JSON.stringify(token).slice(1, -1), encodeURIComponent(token), btoa(token)];
  return forms.reduce((clean, form) => clean.replaceAll(form, "[token]"), text);
}

/** The system's word for an error, which `fetch` hides one level down. */
function codeOf(error: unknown): string {
  const { code, cause } = Object(error);
  return [cause?.code, code].find((word) => typeof word === "string") ?? "";
}
