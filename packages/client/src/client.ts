import type { ModelId, ModelInputs } from "@model-api/models/lean";
import { checkModelId, isRequestId } from "./identifiers.js";
import { type ClientOptions, resolveOptions } from "./options.js";
import {
  type CallOptions,
  createRequestHandle,
  type RequestHandle,
  type WaitOptions,
} from "./request-handle.js";
import type { CompletedResult } from "./result.js";
import { withRetries } from "./retry.js";
import { type Answer, createTransport, type ListModelsQuery, submissionUnknown } from "./transport.js";
import { uploadFiles } from "./uploads.js";

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

/** The catalog of the server. */
export interface ModelsClient {
  list(query?: ListModelsQuery, options?: CallOptions): Promise<CatalogPage>;
  get(modelId: string, options?: CallOptions): Promise<CatalogEntry>;
  categories(options?: CallOptions): Promise<string[]>;
}

export interface ModelApiClient {
  /** Submits, waits for the end, and gives the result. */
  run<Id extends ModelId>(model: Id, input: ModelInputs[Id], options?: WaitOptions): Promise<CompletedResult>;
  run(model: UntypedModel, input: Record<string, unknown>, options?: WaitOptions): Promise<CompletedResult>;
  /**
   * Submits, and gives a handle. Files in the input are uploaded first. It is sent once: where the answer is lost, a
   * `SubmissionUnknownError` says so, because a second submit could be charged a second time.
   */
  submit<Id extends ModelId>(
    model: Id,
    input: ModelInputs[Id],
    options?: CallOptions,
  ): Promise<RequestHandle>;
  submit(model: UntypedModel, input: Record<string, unknown>, options?: CallOptions): Promise<RequestHandle>;
  /** Picks up a request by its id, here or in another process. `model`, where given, is checked against the result. */
  request(requestId: string, options?: { readonly model?: string | undefined }): RequestHandle;
  readonly models: ModelsClient;
}

/** A client of the Model API. Holds no connection and starts nothing until it is used. */
export function createClient(options: ClientOptions = {}): ModelApiClient {
  const resolved = resolveOptions(options);
  const { clock } = resolved;
  const transport = createTransport(resolved);

  async function submit(model: string | UntypedModel, input: object, { signal }: CallOptions = {}) {
    const id = checkModelId(typeof model === "string" ? model : model.untyped);
    const prepared = await resolved.prepareInput(id, input);
    const body = await uploadFiles(prepared, resolved.upload, signal);
    const { request_id: requestId } = await transport.submit(id, body, signal);
    if (isRequestId(requestId)) return createRequestHandle(requestId, id, transport, resolved);
    throw submissionUnknown(`POST /v1/models/${id}: the answer has no request_id`);
  }

  return {
    async run(model: string | UntypedModel, input: object, { signal, ...options }: WaitOptions = {}) {
      const abort = signal && { signal };
      const handle = await submit(model, input, abort);
      return handle.wait({ ...options, ...abort });
    },
    submit,
    request: (requestId, { model } = {}) => createRequestHandle(requestId, model, transport, resolved),
    models: {
      list: (query = {}, { signal } = {}) =>
        withRetries(() => transport.listModels(query, signal), clock, signal),
      get: (modelId, { signal } = {}) =>
        withRetries(() => transport.getModel(modelId, signal), clock, signal),
      categories: async ({ signal } = {}) =>
        (await withRetries(() => transport.categories(signal), clock, signal)).categories,
    },
  };
}
