import { type Clock, systemClock } from "./clock.js";
import type { Uploader } from "./uploads.js";
import { dataUri } from "./uploads.js";

/** Options of `createClient`. */
export interface ClientOptions {
  /** The API token, or a function that gives it for each call. Leave it out behind a proxy that adds it. */
  readonly token?: string | (() => string | Promise<string>);
  /**
   * Where the API is, with or without `/v1`.
   * @default "https://model-api.runcomfy.net"
   */
  readonly baseUrl?: string;
  /** @default globalThis.fetch */
  readonly fetch?: (request: Request) => Promise<Response>;
  /**
   * Turns a file in the input into a URI that the server accepts.
   * @default a data URI, up to 8 MiB a file
   */
  readonly upload?: Uploader;
  /**
   * Called with every input before files are uploaded and anything is sent; what it returns is sent instead.
   * Adapters check and complete inputs here.
   */
  readonly prepareInput?: (model: string, input: object) => object | Promise<object>;
  readonly polling?: PollingOptions;
  /** For tests. */
  readonly clock?: Clock;
}

export interface PollingOptions {
  /** Milliseconds before the first look at a request's status. @default 250 */
  readonly initialDelay?: number;
  /** Milliseconds between two looks at most. @default 5000 */
  readonly maxDelay?: number;
}

/** Options with everything filled in. */
export interface ResolvedOptions {
  readonly token: () => string | undefined | Promise<string | undefined>;
  /** Without a trailing slash and without `/v1`. */
  readonly baseUrl: string;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly upload: Uploader;
  readonly prepareInput: (model: string, input: object) => object | Promise<object>;
  readonly polling: Required<PollingOptions>;
  readonly clock: Clock;
}

const BASE_URL = "https://model-api.runcomfy.net";

export function resolveOptions(options: ClientOptions): ResolvedOptions {
  const { token, polling } = options;
  return {
    token: typeof token === "function" ? token : () => token,
    baseUrl: (options.baseUrl ?? BASE_URL).replace(/\/+$/, "").replace(/\/v1$/, ""),
    // Looked up late, so that a test or a framework that replaces the global is heard.
    fetch: options.fetch ?? ((request) => globalThis.fetch(request)),
    upload: options.upload ?? dataUri(),
    prepareInput: options.prepareInput ?? ((_model, input) => input),
    polling: { initialDelay: polling?.initialDelay ?? 250, maxDelay: polling?.maxDelay ?? 5000 },
    clock: options.clock ?? systemClock,
  };
}
