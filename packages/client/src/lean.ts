export {
  type CatalogEntry,
  type CatalogPage,
  createClient,
  type ModelApiClient,
  type ModelsClient,
  type UntypedModel,
  untyped,
} from "./client.js";
export { type Clock, systemClock } from "./clock.js";
export {
  AuthenticationError,
  ConnectionError,
  type ErrorCode,
  type InputIssue,
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
  TimeoutError,
} from "./errors/index.js";
export { files, type OutputFile } from "./files.js";
export type { ClientOptions, PollingOptions } from "./options.js";
export type {
  CallOptions,
  CancelOutcome,
  RequestHandle,
  ResultOptions,
  WaitOptions,
} from "./request-handle.js";
export type { CompletedResult, EngineReport, FailedResult, PendingResult, RequestResult } from "./result.js";
export { SNIFF_LENGTH, sniffMediaType } from "./sniff.js";
export type { RequestStatus } from "./status.js";
export { dataUri, type Uploader } from "./uploads.js";
