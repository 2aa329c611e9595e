import { type Clock, systemClock } from "./clock.js";
import type { InputIssue, ModelApiError } from "./errors/index.js";
import { pageLocation } from "./page.js";
import type { ModelSource } from "./prepare/model-source.js";
import type { Uploader } from "./uploads/uploader.js";

/** Options of `createClient`. */
export interface ClientOptions {
  /** The API token, or a function that gives it for each call. Leave it out behind a proxy that adds it. */
  readonly token?: string | (() => string | Promise<string>) | undefined;
  /**
   * Where the API is, with or without `/v1`, and without a user and password. In a browser it may be a path of the page's own origin.
   * @default "https://model-api.runcomfy.net"
   */
  readonly baseUrl?: string | undefined;
  /** Called as `fetch(url, init)`. @default globalThis.fetch, looked up at each call */
  readonly fetch?: Fetch | undefined;
  /**
   * Turns a file in an input into a URI that the server accepts: `auto()`, `serverFiles()`, `dataUri()`, `s3()`, or a
   * function of your own.
   * @default auto(): the server's `/v1/files` where it has that, else a data URI up to 8 MiB a file
   */
  readonly upload?: Uploader | undefined;
  /**
   * Whether inputs are checked against the model's schema before anything is sent. The server checks in any case.
   * @default false
   */
  readonly validate?: boolean | undefined;
  /**
   * Where the schemas of models come from, loaded when they are first needed.
   * @default the catalog of `@model-api/models`; the lean entry has none
   */
  readonly models?: ModelSource | undefined;
  /**
   * Called with every input before it is checked, before files are uploaded and anything is sent; what it returns is sent
   * instead. What it reports is told together with what the checks find. Adapters complete inputs here.
   */
  readonly prepareInput?:
    | ((model: string, input: object, report: (issue: InputIssue) => void) => object | Promise<object>)
    | undefined;
  readonly polling?: PollingOptions | undefined;
  readonly retry?: RetryOptions | undefined;
  readonly hooks?: Hooks | undefined;
  /**
   * Gives the headers `traceparent` and `tracestate` of the caller's trace for each call, after W3C Trace Context. With
   * OpenTelemetry: `(headers) => propagation.inject(context.active(), headers)`.
   */
  readonly trace?: ((headers: Record<string, string>) => void) | undefined;
  /** For tests. */
  readonly clock?: Clock | undefined;
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** How often a status is looked at where the server does not hold the answer. */
export interface PollingOptions {
  /** Milliseconds before the first look. @default 250 */
  readonly initialDelay?: number;
  /** Milliseconds between two looks at most. @default 5000 */
  readonly maxDelay?: number;
}

/**
 * Repeating of calls that cost nothing to repeat: reads, cancels, uploads, and submits that certainly did not arrive or whose
 * `Idempotency-Key` the server honours. Waiting for a request's end is five times as patient.
 */
export interface RetryOptions {
  /** @default 4 */
  readonly maxRetries?: number;
  /** Milliseconds that the pauses between tries may take in all. A longer `Retry-After` is thrown. @default 60000 */
  readonly maxTime?: number;
  /** Milliseconds that a read may go unanswered; uploads and submits have ten times that. @default 30000 */
  readonly attemptTimeout?: number;
}

/** One HTTP call as it leaves. `headers` may be added to; the token is in them. */
export interface OutgoingCall {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
}

/** For whoever operates the client: logs, metrics, headers of one's own. There is no other telemetry. */
export interface Hooks {
  /** Before each attempt. What it throws ends the call, and nothing is sent. */
  readonly onRequest?: (call: OutgoingCall) => void | Promise<void>;
  /** After the head of each answer. What it throws is ignored: an answer is never lost to a log line. */
  readonly onResponse?: (call: OutgoingCall, response: Pick<Response, "status" | "headers">) => void;
  /** Before each pause, in milliseconds, that precedes another try. What it throws is ignored. */
  readonly onRetry?: (error: ModelApiError, delay: number) => void;
}

/** Options with everything filled in. */
export interface ResolvedOptions extends ClientOptions {
  /** Without a trailing slash and without `/v1`. */
  readonly baseUrl: string;
  readonly polling: Required<PollingOptions>;
  readonly retry: Required<RetryOptions>;
  readonly clock: Clock;
}

/** With a scheme, without a user's name: that would stand in errors. */
const ABSOLUTE = /^https?:\/\/[^/@]+(\/|$)/;

/** @throws TypeError where `baseUrl` is none: a call would seem to be lost that could never leave */
export function resolveOptions(options: ClientOptions): ResolvedOptions {
  const { polling, retry, baseUrl = "https://model-api.runcomfy.net" } = options;
  if (!ABSOLUTE.test(baseUrl) && !pageLocation()) throw new TypeError("baseUrl is not like https://host/v1");
  return {
    ...options,
    baseUrl: baseUrl.replace(/(\/v1)?\/*$/, ""),
    polling: { initialDelay: 250, maxDelay: 5000, ...polling },
    retry: { maxRetries: 4, maxTime: 60_000, attemptTimeout: 30_000, ...retry },
    clock: options.clock ?? systemClock,
  };
}

/** Runs what only looks on. What it throws is dropped: an answer is never lost to a log line. */
export function quietly(observe: () => void): void {
  try {
    observe();
  } catch {}
}
