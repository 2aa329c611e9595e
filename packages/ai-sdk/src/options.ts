import type { ClientOptions, RequestStatus } from "@model-api/client";

/** A submitted request, named so that it can be kept and picked up again: `modelApi.client.request(requestId, { model })`. */
export interface SubmittedRequest {
  readonly requestId: string;
  readonly model: string;
}

/** What one model is called with, besides what the AI SDK says. */
export interface ModelSettings {
  /**
   * Milliseconds that a request's end is waited for. The request itself goes on after that, and is charged.
   * @default 86400000 (a day)
   */
  readonly timeout?: number | undefined;
  /** Refuses, before anything is sent, a request that would cost more US dollars than this, or that nobody can estimate. */
  readonly maxCostUsd?: number | undefined;
  /** Called with each change of a request's status while it is waited for. What it throws is ignored. */
  readonly onStatus?: ((status: RequestStatus, request: SubmittedRequest) => void) | undefined;
  /**
   * Called as soon as a request is accepted, and paid for: whoever keeps its id loses no result, whatever becomes of this
   * process. What it throws is ignored.
   */
  readonly onSubmitted?: ((request: SubmittedRequest) => void) | undefined;
}

type PassedOn = "fetch" | "upload" | "models" | "polling" | "retry" | "hooks" | "trace" | "clock";

/** Options of `createModelApi`. */
export interface ModelApiSettings extends ModelSettings, Pick<ClientOptions, PassedOn> {
  /**
   * The API token, or a function that gives it for each call. Leave it out behind a proxy that adds it.
   * @default the environment's `RUNCOMFY_TOKEN`
   */
  readonly token?: ClientOptions["token"];
  /**
   * Where the API is. In a browser it may be a path of the page's own origin, where a proxy listens.
   * @default the environment's `RUNCOMFY_MODEL_API_BASE`, else "https://model-api.runcomfy.net"
   */
  readonly baseUrl?: string | undefined;
  /** Headers of every call to the API. Those of a single call of the AI SDK count before them. */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  /**
   * Hosts that outputs are fetched from besides the vendor's and the server in use, over https: `example.com` is that host and
   * every one below it.
   */
  readonly hosts?: readonly string[] | undefined;
  /** Bytes of the largest output that is fetched into memory. @default 268435456 (256 MiB) */
  readonly maxFileBytes?: number | undefined;
}
