"use client";

/**
 * React hooks: run a model, follow a request, list requests and models.
 *
 * @packageDocumentation
 */

export { type UploadFile, useModelApiClient } from "./context.js";
export { ModelApiProvider, type ModelApiProviderProps } from "./provider.js";
// One by one: a client boundary of Next.js takes no `export *`.
export {
  type ClientSource,
  type CompletedState,
  errorOf,
  type FailedState,
  type InputOf,
  isEnded,
  type Model,
  type ModelSchema,
  type ModelsFilter,
  modelApi,
  type RequestQueryOptions,
  type RequestState,
  type RequestsFilter,
  type UnfinishedState,
} from "./queries/index.js";
export type { RequestView } from "./request-view.js";
export {
  type UseModelsResult,
  type UseRequestsResult,
  type UseSuspenseModelsResult,
  type UseSuspenseRequestsResult,
  useModelSchema,
  useModels,
  useRequests,
  useSuspenseModelSchema,
  useSuspenseModels,
  useSuspenseRequests,
} from "./use-lists.js";
export { type UseModelOptions, type UseModelResult, useModel } from "./use-model.js";
export {
  type UseRequestOptions,
  type UseRequestResult,
  useRequest,
  useSuspenseRequest,
} from "./use-request.js";
export { type UseUploadResult, useUpload } from "./use-upload.js";
