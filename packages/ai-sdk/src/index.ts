/**
 * The models as a provider for the AI SDK: pictures, videos and speech.
 *
 * @packageDocumentation
 */

export { untyped } from "@model-api/client";
export { AbortedCallError } from "./errors/aborted-call-error.js";
export type { CallFailure } from "./errors/call-facts.js";
export type { FileMetadata, RequestMetadata } from "./metadata.js";
export type { VideoOperation } from "./models/operation.js";
export type { ModelApiSettings, ModelSettings, SubmittedRequest } from "./options.js";
export { createModelApi, type ModelApiProvider, modelApi } from "./provider.js";
export type { ModelApiOptions } from "./provider-options.js";
