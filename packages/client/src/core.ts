/** What a page loads to run a model, in one piece that all entries share. */
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
