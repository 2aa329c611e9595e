import createOpenApiClient from "openapi-fetch";
import { errorFromAnswer } from "./errors/from-answer.js";
import {
  AuthenticationError,
  ConnectionError,
  InvalidResponseError,
  ModelApiError,
  SubmissionUnknownError,
} from "./errors/index.js";
import type { operations, paths } from "./generated/openapi.js";
import { checkModelId, checkRequestId } from "./identifiers.js";
import type { ResolvedOptions } from "./options.js";
import { parseRetryAfter } from "./retry-after.js";

/** The JSON that an operation answers. */
export type Answer<Operation extends keyof operations> = operations[Operation] extends {
  responses: { 200: { content: { "application/json": infer Body } } };
}
  ? Body
  : never;

export type ListModelsQuery = NonNullable<operations["listModels"]["parameters"]["query"]>;

/** The calls of the contract, each made once: waiting and repeating are decided elsewhere. */
export interface Transport {
  submit(
    model: string,
    input: Record<string, unknown>,
    signal?: AbortSignal,
  ): Promise<Answer<"submitRequest">>;
  status(requestId: string, signal?: AbortSignal): Promise<Answer<"getRequestStatus">>;
  result(requestId: string, includeCost: boolean, signal?: AbortSignal): Promise<Answer<"getRequestResult">>;
  cancel(requestId: string, signal?: AbortSignal): Promise<Answer<"cancelRequest">>;
  listModels(query: ListModelsQuery, signal?: AbortSignal): Promise<Answer<"listModels">>;
  categories(signal?: AbortSignal): Promise<Answer<"listCategories">>;
  getModel(model: string, signal?: AbortSignal): Promise<Answer<"getModel">>;
}

/** What `openapi-fetch` answers when it is asked for text. */
interface RawAnswer {
  data?: unknown;
  error?: unknown;
  response: Response;
}

/** What every call is made with. */
type CallInit = {
  fetch: ResolvedOptions["fetch"];
  headers: Record<string, string>;
  parseAs: "text";
  signal?: AbortSignal;
};

/** System errors that a connection ends with before a byte of the request has left. */
const NEVER_LEFT = [
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
];
const EXCERPT = 200;

export function createTransport(options: ResolvedOptions): Transport {
  const { baseUrl, clock } = options;
  const api = createOpenApiClient<paths>({
    baseUrl,
    // Frameworks cache `fetch`, and a cached status never ends. Node's own types do not know the option.
    ...({ cache: "no-store" } as object),
    pathSerializer: (path, values) =>
      // A model id keeps its slashes; both ids have been checked and need no encoding.
      path.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name])),
  });

  async function headers(): Promise<Record<string, string>> {
    const token = await options.token();
    if (!token) return {};
    // Told here, because the system's own error would quote the header.
    if (!/^[\x21-\x7e]+$/.test(token)) {
      throw new AuthenticationError(
        "The token holds a blank, a line break or another character that no token has.",
      );
    }
    return { authorization: `Bearer ${token}` };
  }

  async function redact(text: string): Promise<string> {
    const token = await options.token();
    return token ? text.replaceAll(token, "[token]") : text;
  }

  async function send<Operation extends keyof operations>(
    call: string,
    requestId: string | undefined,
    signal: AbortSignal | undefined,
    start: (init: CallInit) => Promise<RawAnswer>,
  ): Promise<Answer<Operation>> {
    signal?.throwIfAborted();
    const isSubmit = call.startsWith("POST") && requestId === undefined;
    let answer: RawAnswer;
    let hasLeft = false;
    const fetch = (request: Request) => {
      hasLeft = true;
      return options.fetch(request);
    };
    try {
      answer = await start({ fetch, headers: await headers(), parseAs: "text", ...(signal && { signal }) });
    } catch (cause) {
      // A bad id, no token to be had, an input that is no JSON: the caller's own error, and nothing was sent.
      if (!hasLeft) throw cause;
      if (signal?.aborted && !isSubmit) throw signal.reason;
      const arrived = isSubmit && !NEVER_LEFT.includes(systemCode(cause));
      if (arrived) throw submissionUnknown(`${call}: the connection was lost before the answer came`, cause);
      throw new ConnectionError(`${call}: ${baseUrl} could not be reached (${reasonOf(cause)})`, {
        cause,
        requestId,
      });
    }
    const { response } = answer;
    const body = parse(answer);
    const failure = response.ok ? errorCodeOf(body) : (errorCodeOf(body) ?? response.status);
    if (failure !== undefined) {
      const message = await redact(`${call}: ${messageOf(body) ?? `HTTP ${response.status}`}`);
      const retryAfter = parseRetryAfter(response.headers.get("retry-after"), clock.now());
      const detail = (body as { detail?: unknown } | undefined)?.detail;
      const error = errorFromAnswer({
        errorCode: failure,
        message,
        detail,
        status: response.status,
        requestId,
        retryAfter,
      });
      if (isSubmit && response.status >= 500 && response.status !== 503)
        throw submissionUnknown(message, error);
      throw error;
    }
    if (body === undefined) {
      const excerpt = await redact(String(answer.data ?? "").slice(0, EXCERPT));
      const error = new InvalidResponseError(
        `${call}: HTTP ${response.status}, but the body is not a JSON object${excerpt ? `: ${excerpt}` : " (it is empty)"}. Is ${baseUrl} a Model API?`,
        { status: response.status, requestId },
      );
      throw isSubmit ? submissionUnknown(error.message, error) : error;
    }
    return body as Answer<Operation>;
  }

  const requestPath = (id: string) => ({ params: { path: { request_id: checkRequestId(id) } } });
  const modelPath = (id: string) => ({ params: { path: { model_id: checkModelId(id) } } });

  return {
    submit: (model, body, signal) =>
      send(`POST /v1/models/${model}`, undefined, signal, (init) =>
        api.POST("/v1/models/{model_id}", { ...init, ...modelPath(model), body }),
      ),
    status: (id, signal) =>
      send(`GET /v1/requests/${id}/status`, id, signal, (init) =>
        api.GET("/v1/requests/{request_id}/status", { ...init, ...requestPath(id) }),
      ),
    result: (id, includeCost, signal) =>
      send(`GET /v1/requests/${id}/result`, id, signal, (init) => {
        const query = includeCost ? { query: { include_cost: true } } : {};
        const { path } = requestPath(id).params;
        return api.GET("/v1/requests/{request_id}/result", { ...init, params: { path, ...query } });
      }),
    cancel: (id, signal) =>
      send(`POST /v1/requests/${id}/cancel`, id, signal, (init) =>
        api.POST("/v1/requests/{request_id}/cancel", { ...init, ...requestPath(id) }),
      ),
    listModels: (query, signal) =>
      send("GET /v1/models", undefined, signal, (init) =>
        api.GET("/v1/models", { ...init, params: { query } }),
      ),
    categories: (signal) =>
      send("GET /v1/models/categories", undefined, signal, (init) => api.GET("/v1/models/categories", init)),
    getModel: (model, signal) =>
      send(`GET /v1/models/${model}`, undefined, signal, (init) =>
        api.GET("/v1/models/{model_id}", { ...init, ...modelPath(model) }),
      ),
  };
}

/** What a submit ends with whose outcome is not known: never repeated, and never to be repeated blindly. */
export function submissionUnknown(what: string, cause?: unknown): SubmissionUnknownError {
  return new SubmissionUnknownError(
    `${what}. It is not known whether the request was accepted, and it may be charged; it was not sent again. Look at your requests before you submit it again.`,
    { cause, status: ModelApiError.isInstance(cause) ? cause.status : undefined },
  );
}

/** The body as a JSON object; undefined when it is anything else. */
function parse({ data, error }: RawAnswer): object | undefined {
  let value = data ?? error;
  if (typeof value === "string") {
    try {
      value = JSON.parse(value);
    } catch {
      return undefined;
    }
  }
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
}

function errorCodeOf(body: object | undefined): number | undefined {
  const code = (body as { error_code?: unknown } | undefined)?.error_code;
  return code ? Number(code) : undefined;
}

function messageOf(body: object | undefined): string | undefined {
  const message = (body as { error_message?: unknown } | undefined)?.error_message;
  return typeof message === "string" ? message : undefined;
}

/** `fetch` hides the system's error one level down. */
function systemCode(error: unknown): string {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: { code?: unknown } };
  return String(cause?.code ?? code ?? "");
}

function reasonOf(error: unknown): string {
  return systemCode(error) || (error instanceof Error ? error.message : String(error));
}
