import type { ModelId, ModelInputs } from "@model-api/models/lean";
import type { ListModelsQuery, ListRequestsQuery } from "./catalog.js";
import type { Answer } from "./contract.js";
import { type InputIssue, SubmissionUnknownError } from "./errors/index.js";
import { createHttp } from "./http.js";
import { checkModelId } from "./identifiers.js";
import { isJson } from "./json.js";
import { type Listing, listing } from "./listing.js";
import { type ClientOptions, resolveOptions } from "./options.js";
import type { StandardSchema } from "./prepare/standard-schema.js";
import {
  type CallOptions,
  createRequestHandle,
  type HandleContext,
  type RequestHandle,
  type WaitOptions,
} from "./request-handle.js";
import type { CompletedResult } from "./result.js";
import { withRetries } from "./retry.js";
import { createTransport } from "./transport.js";
import type { UploadProgress } from "./uploads/uploader.js";
import { createWaiting } from "./waiting.js";

/** A model that the registry does not know. Its input is not checked at compile time. */
export interface UntypedModel {
  readonly untyped: string;
}

/** Names a model that the registry does not know: `client.run(untyped("acme/private/edit"), { … })`. */
export function untyped(modelId: string): UntypedModel {
  return { untyped: checkModelId(modelId) };
}

/** One entry of the catalog, as the server answers it. */
export type CatalogEntry = Answer<"getModel">;
export type CatalogPage = Answer<"listModels">;
/** One of the caller's requests, without its input and output. */
export type RequestSummary = Answer<"listRequests">["requests"][number];
export type RequestPage = Answer<"listRequests">;

export interface SubmitOptions extends CallOptions {
  /**
   * Names this one submission, so that a server that honours keys takes it once, however often it is sent. Keep it before you
   * submit to be able to repeat a submit whose answer was lost.
   * @default a random one
   */
  readonly idempotencyKey?: string;
  /**
   * Checks the input before anything is sent: by the model's own schema, or by a Standard Schema of yours.
   * @default the client's `validate`
   */
  readonly validate?: boolean | StandardSchema;
  /** Refuses, with `CostLimitError`, what would cost more US dollars than this, or what nobody can estimate. */
  readonly maxCostUsd?: number;
  /** Called as the files of the input are uploaded. */
  readonly onUpload?: (progress: UploadProgress) => void;
}

export interface RunOptions extends SubmitOptions, WaitOptions {}

/** The catalog of the server. */
export interface ModelsClient {
  /** A page when awaited; every entry, page by page, when iterated. */
  list(query?: ListModelsQuery, options?: CallOptions): Listing<CatalogPage, CatalogEntry>;
  get(modelId: string, options?: CallOptions): Promise<CatalogEntry>;
  categories(options?: CallOptions): Promise<string[]>;
}

/** The caller's requests, where the server lists them; elsewhere `NotFoundError`. */
export interface RequestsClient {
  /** The newest first. A page when awaited; every request, page by page, when iterated. */
  list(query?: ListRequestsQuery, options?: CallOptions): Listing<RequestPage, RequestSummary>;
}

export interface ModelApiClient {
  /** Submits, waits for the end, and gives the result. */
  run<Id extends ModelId>(model: Id, input: ModelInputs[Id], options?: RunOptions): Promise<CompletedResult>;
  run(model: UntypedModel, input: Record<string, unknown>, options?: RunOptions): Promise<CompletedResult>;
  /**
   * Submits, and gives a handle. Files in the input are uploaded first. It is repeated only where it certainly did not arrive,
   * or where the server has shown that it honours the idempotency key; where the answer is lost otherwise, a
   * `SubmissionUnknownError` says so, because a second submit could be charged a second time.
   */
  submit<Id extends ModelId>(
    model: Id,
    input: ModelInputs[Id],
    options?: SubmitOptions,
  ): Promise<RequestHandle>;
  submit(
    model: UntypedModel,
    input: Record<string, unknown>,
    options?: SubmitOptions,
  ): Promise<RequestHandle>;
  /** Picks up a request by its id, here or in another process. `model`, where given, is checked against the result. */
  request(requestId: string, options?: { readonly model?: string | undefined }): RequestHandle;
  /**
   * What a request would cost in US dollars by the catalog's price, before taxes and discounts; null where the catalog does
   * not say enough to know.
   */
  estimate<Id extends ModelId>(
    model: Id,
    input: ModelInputs[Id],
    options?: CallOptions,
  ): Promise<number | null>;
  estimate(
    model: UntypedModel,
    input: Record<string, unknown>,
    options?: CallOptions,
  ): Promise<number | null>;
  readonly models: ModelsClient;
  readonly requests: RequestsClient;
}

/** A client of the Model API. Holds no connection and starts nothing until it is used. */
export function createClient(options: ClientOptions = {}): ModelApiClient {
  const resolved = resolveOptions(options);
  const { clock, retry } = resolved;
  const { send, extensions } = createHttp(resolved);
  const transport = createTransport(send, retry.attemptTimeout);
  const context: HandleContext = { transport, options: resolved, waiting: createWaiting(clock) };

  // What only some callers use is loaded when they do, and always before anything is sent.
  const catalog = async ({ signal }: CallOptions = {}) =>
    (await import("./extras.js")).createCatalog((call, isExpected, query) =>
      withRetries(
        () => send(call, isExpected, { signal, timeout: retry.attemptTimeout, ...(query && { query }) }),
        resolved,
        signal,
      ),
    );

  async function submit(model: string | UntypedModel, given: object, options: SubmitOptions = {}) {
    const { signal, validate = resolved.validate, maxCostUsd, idempotencyKey: key = randomKey() } = options;
    const id = idOf(model);
    const issues: InputIssue[] = [];
    let input = (await resolved.prepareInput?.(id, given, (issue) => issues.push(issue))) ?? given;
    if (validate || maxCostUsd !== undefined || issues.length > 0 || !isJson(input)) {
      const { prepare } = await import("./extras.js");
      const parts = { options: resolved, catalog, send, extensions };
      input = await prepare(id, input, issues, { ...options, validate }, parts);
    }
    let lost: SubmissionUnknownError | undefined;
    const attempt = () =>
      transport.submit(id, input, key, signal).catch((error: unknown) => {
        if (SubmissionUnknownError.isInstance(error)) lost = error;
        throw error;
      });
    const { request_id: requestId } = await withRetries(attempt, resolved, signal).catch((error: unknown) => {
      // One try may have arrived, whatever the tries after it came to.
      throw lost ?? error;
    });
    return createRequestHandle(requestId, id, context);
  }

  return {
    run: async (model: string | UntypedModel, input: object, options: RunOptions = {}) =>
      (await submit(model, input, options)).wait(options),
    submit,
    request: (requestId, { model } = {}) => createRequestHandle(requestId, model, context),
    estimate: async (model: string | UntypedModel, input: object, options?: CallOptions) =>
      (await import("./extras.js")).estimate(idOf(model), input, await catalog(options), resolved.models),
    models: {
      list: (query = {}, options) =>
        listing(
          catalog(options).then((it) => it.models(query)),
          ({ models }) => models,
        ),
      get: async (modelId, options) => (await catalog(options)).model(modelId),
      categories: async (options) => (await (await catalog(options)).categories()).categories,
    },
    requests: {
      list: (query = {}, options) =>
        listing(
          catalog(options).then((it) => it.requests(query)),
          ({ requests }) => requests,
        ),
    },
  };
}

const idOf = (model: string | UntypedModel) =>
  checkModelId(typeof model === "string" ? model : model.untyped);

/** 128 random bits. Not `randomUUID`, which pages without TLS do not have. */
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => (byte + 256).toString(16).slice(1)).join("");
}
