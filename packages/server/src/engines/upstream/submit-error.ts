import type { ModelApiError } from "@model-api/client";
import { EngineError } from "../engine.js";

/** What a submit that did not get through is to the caller; whether anything may be charged is part of it. */
export function submitError(error: ModelApiError): EngineError {
  const { message, retryAfter: retryAfterMs, cause } = error;
  const because = { cause: cause ?? error };
  switch (error.code) {
    case "submission_unknown":
      return new EngineError(
        "unknown",
        `The upstream service did not say whether it took the request. ${message}.`,
        because,
      );
    case "rate_limit":
      return new EngineError(
        "transient",
        "The upstream service has too many requests. Nothing was charged.",
        {
          ...because,
          retryAfterMs,
          code: "upstream_rate_limited",
        },
      );
    case "connection":
    case "timeout":
      return new EngineError("transient", "The upstream service could not be reached. Nothing was charged.", {
        ...because,
        code: "upstream_unreachable",
      });
    case "server":
      return new EngineError(
        error.retryable ? "transient" : "final",
        `The upstream service refused the request: ${message}. Nothing was charged.`,
        { ...because, retryAfterMs, code: "upstream_failed" },
      );
    case "invalid_input":
      return new EngineError(
        "input",
        `The upstream service refused the input: ${message}. Nothing was charged.`,
        {
          ...because,
          code: "invalid_input",
        },
      );
    case "insufficient_balance":
      return new EngineError(
        "final",
        "The balance of this server's account with the upstream service does not cover the request. Nothing was charged; whoever runs the server can top it up.",
        { ...because, code: "insufficient_balance" },
      );
    case "authentication":
    case "permission":
      return new EngineError(
        "final",
        "The upstream service refused this server's own token. Nothing was charged; whoever runs the server has to set another one.",
        { ...because, code: "upstream_auth" },
      );
    case "not_found":
      return new EngineError(
        "final",
        "The upstream service does not serve this model. Nothing was charged.",
        {
          ...because,
          code: "not_served",
        },
      );
    default:
      return new EngineError(
        "unknown",
        `The upstream service answered what cannot be understood: ${message}.`,
        because,
      );
  }
}
