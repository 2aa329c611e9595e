import type { CancelReport, ErrorCode, InputIssue } from "@model-api/client";

/** What is known of a call that failed: `data` of the `APICallError`. */
export interface CallFailure {
  /** The client's stable word for what happened. */
  readonly code: ErrorCode | "output";
  /** Whether the request may have been, or will be, charged. */
  readonly charged: "no" | "maybe" | "yes";
  /** The request, where there is one: `modelApi.client.request(requestId)` picks it up. */
  readonly requestId?: string;
  /** The key that the submit was sent with, where its answer was lost. */
  readonly idempotencyKey?: string;
  /** What is wrong with the input, where that was the reason. */
  readonly issues?: readonly InputIssue[];
  /** The server's own word for why the request failed. */
  readonly reason?: string;
  /** What became of the request, where the call was aborted. */
  readonly outcome?: CancelReport;
}

/** Where in a request's life the failure was. */
export type Phase = "submit" | "wait" | "output" | "read";

/** Codes of which a submit is sure that it was not accepted. */
const REFUSALS: readonly string[] = [
  "authentication",
  "permission",
  "not_found",
  "invalid_input",
  "insufficient_balance",
  "cost_limit",
  "rate_limit",
  "connection",
];

/** Whether a failure may have cost something; a request that was accepted is charged unless it was cancelled. */
export function chargeOf(code: string, phase: Phase, outcome: unknown): CallFailure["charged"] {
  if (outcome === "cancelled" || code === "request_cancelled") return "no";
  if (phase === "submit") return REFUSALS.includes(code) || code === "server" ? "no" : "maybe";
  if (code === "request_failed" || outcome === "unknown") return "maybe";
  return "yes";
}
