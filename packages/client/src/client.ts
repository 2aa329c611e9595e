import type { ModelId, ModelInputs } from "@model-api/models/lean";
import { abortable } from "./abort.js";
import type { Answer, QueryOf } from "./contract.js";
import { ConnectionError, CostLimitError, InvalidInputError } from "./errors/index.js";
import { createHttp } from "./http.js";
import { checkModelId, isRequestId } from "./identifiers.js";
import type { Lent } from "./lent.js";
import { type Listing, listing } from "./listing.js";
import { type ClientOptions, resolveOptions } from "./options.js";
import type { StandardSchema } from "./prepare/standard-schema.js";
import {
  type CallOptions,
  createRequestHandle,
  type RequestHandle,
  type WaitOptions,
} from "./request-handle.js";
import type { CompletedResult } from "./result.js";
import { withRetries } from "./retry.js";
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
/** What was submitted for a request, and to which model. */
export type RequestInput = Answer<"getRequestInput">;

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
  list(query?: QueryOf<"listModels">, options?: CallOptions): Listing<CatalogPage, CatalogEntry>;
  get(modelId: string, options?: CallOptions): Promise<CatalogEntry>;
  categories(options?: CallOptions): Promise<string[]>;
}

/** The caller's requests, where the server lists, tells and deletes them; elsewhere `NotFoundError`. */
export interface RequestsClient {
  /** The newest first. A page when awaited; every request, page by page, when iterated. */
  list(query?: QueryOf<"listRequests">, options?: CallOptions): Listing<RequestPage, RequestSummary>;
  /** The input as it was submitted, to submit it again. `NotFoundError` too where the server no longer keeps it. */
  input(requestId: string, options?: CallOptions): Promise<RequestInput>;
  /**
   * Deletes a request that has ended, with its input and its output files, for good. One that is queued or in progress is left
   * as it is: a `ServerError` of status 409. Repeated where it fails in a way that may pass; a request that is gone already is
   * `NotFoundError`, unless an earlier try of the same call may have deleted it.
   */
  delete(requestId: string, options?: CallOptions): Promise<void>;
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
  const handle = (id: string, model?: string): RequestHandle => createRequestHandle(id, model, parts);
  const parts: Lent = {
    ...resolved,
    ...createHttp(resolved),
    waiting: createWaiting(resolved),
    idOf,
    handle,
    repeat: withRetries,
    errors: [ConnectionError, CostLimitError, InvalidInputError],
  };
  // What only some callers use is loaded when they do, and always before anything is sent.
  const later = <Name extends LaterName>(name: Name) =>
    (async (...given: unknown[]) =>
      (await import("./extras.js"))[name](parts, ...(given as [never, never, never]))) as Later<Name>;

  async function submit(model: string | UntypedModel, given: object, settings: SubmitOptions = {}) {
    const { signal, validate = resolved.validate, maxCostUsd, idempotencyKey = randomKey() } = settings;
    const id = idOf(model);
    const isReady = !validate && maxCostUsd === undefined && !resolved.prepareInput && isFlat(given);
    const prepare = () => later("prepare")(id, given, settings);
    const body = JSON.stringify(isReady ? given : await abortable(prepare(), signal));
    const attempt = () =>
      parts.send<Answer<"submitRequest">>(
        { method: "POST", path: `/v1/models/${id}`, headers: { "content-type": "application/json" }, body },
        (answer) => isRequestId(answer.request_id),
        { signal, idempotencyKey },
      );
    return handle((await withRetries(attempt, parts, signal)).request_id, id);
  }

  return {
    run: async (model: string | UntypedModel, input: object, settings?: RunOptions) =>
      (await submit(model, input, settings)).wait(settings),
    submit,
    request: (requestId, { model } = {}) => handle(requestId, model),
    estimate: later("estimate"),
    models: {
      list: listing(later("listModels")),
      get: later("get"),
      categories: later("categories"),
    },
    requests: {
      list: listing(later("listRequests")),
      input: later("input"),
      delete: later("delete"),
    },
  };
}

type Extras = typeof import("./extras.js");
/** Work of the extras, done with what the core lends. */
type LaterName = {
  [Name in keyof Extras]: Extras[Name] extends (lent: Lent, ...given: never) => Promise<unknown>
    ? Name
    : never;
}[keyof Extras];
/** The same, as callers have it. */
type Later<Name extends LaterName> = Extras[Name] extends (lent: Lent, ...given: infer Given) => infer Told
  ? (...given: Given) => Told
  : never;

const idOf = (model: string | UntypedModel) =>
  checkModelId(typeof model === "string" ? model : model.untyped);

/** Whether there are but texts, numbers and lists of them, as in most inputs; what else there is wants a closer look. */
const isFlat = (input: object) =>
  Object.values(input)
    .flat()
    .every((value) => Object(value) !== value);

/** 128 random bits. Not `randomUUID`, which pages without TLS do not have. */
const randomKey = () => crypto.getRandomValues(new Uint32Array(4)).join("-");
