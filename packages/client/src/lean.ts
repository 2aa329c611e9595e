/**
 * The client without the catalog's types and schemas: they come with the models that a program imports.
 *
 * @packageDocumentation
 */

export type {
  CatalogEntry,
  CatalogPage,
  ModelApiClient,
  ModelsClient,
  RequestInput,
  RequestPage,
  RequestSummary,
  RequestsClient,
  RunOptions,
  SubmitOptions,
  UntypedModel,
} from "./client.js";
export type { Clock } from "./clock.js";
export {
  AbortedError,
  AuthenticationError,
  ConnectionError,
  CostLimitError,
  createClient,
  InsufficientBalanceError,
  InvalidInputError,
  InvalidResponseError,
  ModelApiError,
  ModelMismatchError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  RequestCancelledError,
  RequestFailedError,
  ServerError,
  SubmissionUnknownError,
  systemClock,
  TimeoutError,
  untyped,
} from "./core.js";
export type { CancelReport, ErrorCode, InputIssue } from "./errors/index.js";
export { files, type OutputFile } from "./files.js";
export type { Listing } from "./listing.js";
export type { ClientOptions, Fetch, Hooks, OutgoingCall, PollingOptions, RetryOptions } from "./options.js";
export type { ModelSource } from "./prepare/model-source.js";
export type { StandardSchema } from "./prepare/standard-schema.js";
export type {
  CallOptions,
  CancelOutcome,
  RequestHandle,
  ResultOptions,
  WaitOptions,
} from "./request-handle.js";
export type { CompletedResult, EngineReport, FailedResult, PendingResult, RequestResult } from "./result.js";
export type { RequestStatus } from "./status.js";
export {
  auto,
  dataUri,
  type PresignedUpload,
  type S3Options,
  s3,
  serverFiles,
  type UploadContext,
  type Uploader,
  type UploadProgress,
} from "./uploads/index.js";
