/** What a page loads to run a model, and what `extras` stands on. */
export { abortable, within } from "./abort.js";
export { createClient, untyped } from "./client.js";
export { systemClock } from "./clock.js";
export {
  AbortedError,
  AuthenticationError,
  ConnectionError,
  CostLimitError,
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
export { checkModelId } from "./identifiers.js";
export { isJson, isPlain } from "./json.js";
export { withRetries } from "./retry.js";
export { WITH_BODY } from "./transport.js";
