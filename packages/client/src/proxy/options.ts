import type { Clock } from "../clock.js";
import type { Limiter } from "./limiter.js";

/** Options of `createProxy`. */
export interface ProxyOptions {
  /** The API token, or a function that gives it for each call. It stays on the server. */
  readonly token: string | (() => string | Promise<string>);
  /**
   * What request ids are signed with, so that a caller reaches only what it has submitted: at least 32 bytes, the same in every
   * process, e.g. from `openssl rand -base64 32`. To replace it, put the new one in front of the old one, and drop the old one
   * when nobody waits for a request of before.
   */
  readonly secret: string | readonly string[];
  /**
   * Who calls: the user's id in your application. `false` refuses the call (401), a `Response` is answered as it is. It sees the
   * request as it came, cookies and `Authorization` included, and must leave its body alone. What it throws is a 503: nothing
   * was passed on.
   */
  readonly authorize: (request: Request) => Authorization | Promise<Authorization>;
  /**
   * The models that callers may use: ids, in which `*` stands for any characters, slashes among them, e.g. `openai/*`. All others
   * are as if they were not there, in the catalog as well.
   */
  readonly models: readonly string[];
  /** Where the API is, with or without `/v1`. @default "https://model-api.runcomfy.net" */
  readonly baseUrl?: string | undefined;
  /**
   * The path that the proxy is mounted at, e.g. `/api/model-api`.
   * @default whatever stands before the first `/v1/models`, `/v1/requests` or `/v1/files` of a call
   */
  readonly path?: string | undefined;
  /**
   * The origin that browsers reach the proxy at, e.g. `https://app.example`, where the request does not say it.
   * @default that of the request's URL
   */
  readonly origin?: string | undefined;
  /** Pages of other origins that may call. @default none */
  readonly cors?: CorsOptions | undefined;
  /** Whether callers may upload files (`POST /v1/files`), where the API takes them. @default false */
  readonly uploads?: boolean | undefined;
  /** Whether callers may read the inputs of their own requests (`GET /v1/requests/{id}/input`), where the API tells them. @default true */
  readonly inputs?: boolean | undefined;
  /** Whether callers may delete their own requests that have ended (`DELETE /v1/requests/{id}`), where the API does. @default true */
  readonly deletions?: boolean | undefined;
  readonly limits?: ProxyLimits | undefined;
  /** Hears what is the operator's to mend, and what callers are not told. What it throws is ignored. @default console.error */
  readonly onFailure?: ((failure: ProxyFailure) => void) | undefined;
  /**
   * Keeps the runtime awake until a submit or a cancel that has left is answered, though the browser has gone: `waitUntil` of
   * Workers and of Vercel.
   */
  readonly waitUntil?: ((work: Promise<unknown>) => void) | undefined;
  /** Called as `fetch(url, init)`. @default globalThis.fetch, looked up at each call */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /** For tests. */
  readonly clock?: Clock | undefined;
}

/** The caller's id, a refusal, or an answer of your own. */
export type Authorization = string | false | null | undefined | Response;

export interface CorsOptions {
  /** One by one, such as `https://app.example`. There is no `*`: whoever may call spends your money. */
  readonly origins: readonly string[];
  /** Whether such pages may send the cookies of the proxy's origin. @default false */
  readonly credentials?: boolean | undefined;
}

export interface ProxyLimits {
  /** Bytes of a submit's body. @default 67108864 (64 MiB) */
  readonly bodyBytes?: number | undefined;
  /** Bytes of an uploaded file. @default 67108864 (64 MiB) */
  readonly fileBytes?: number | undefined;
  /** Submits of one caller. @default 60 */
  readonly submitsPerMinute?: number | undefined;
  /** Uploads of one caller. @default 120 */
  readonly uploadsPerMinute?: number | undefined;
  /** Seconds that a status may be held (`Prefer: wait`); 0 where a platform bills by time. @default 30 */
  readonly holdSeconds?: number | undefined;
  /** Counts calls, for several processes in a store that they share. @default in the memory of this process */
  readonly limiter?: Limiter | undefined;
}

/** What went wrong behind the proxy or in it. Holds neither the token nor a secret. */
export interface ProxyFailure {
  /**
   * - `authorize`, `token`, `limiter`: your function threw, or gave what is none
   * - `account`: the API refused the proxy's own token, or its account has no balance
   * - `unreachable`: no connection came about, so nothing was passed on
   * - `lost`: the connection broke, or there was no answer in time
   * - `malformed`: the answer was none of the API's
   * - `internal`: the proxy itself failed, which is a defect of it
   */
  readonly reason:
    | "authorize"
    | "token"
    | "limiter"
    | "account"
    | "unreachable"
    | "lost"
    | "malformed"
    | "internal";
  /** A sentence for a log. */
  readonly message: string;
  /** What was called, e.g. `submit`. */
  readonly call: string;
  /** As `authorize` has named it. */
  readonly caller?: string | undefined;
}
