import type { ErrorCode } from "@model-api/client/lean";
import { CALLS, type CallName } from "./calls.js";
import { FAULTS, type Fault } from "./faults.js";
import type { Times } from "./plan.js";

/** One call that meets one fault. Plain data: it is sent to other runtimes. */
export interface Scenario {
  readonly call: CallName;
  readonly fault: Fault;
  readonly times: Times;
  /** Whether the client has submitted before, and so knows that the server honours idempotency keys. */
  readonly client: "fresh" | "known";
}

/** An error as it is told across runtimes. */
export interface ReportedError {
  /** Undefined where it is none of the client's. */
  readonly code?: ErrorCode;
  readonly name: string;
  readonly message: string;
  readonly status?: number;
  readonly retryable?: boolean;
  readonly retryAfter?: number;
  readonly requestId?: string;
  readonly idempotencyKey?: string;
  readonly outcome?: string;
}

/** What came of a scenario. */
export interface Outcome {
  /** What the call resolved with, in a word. */
  readonly word?: string;
  /** The request that it resolved with. */
  readonly requestId?: string;
  readonly error?: ReportedError;
  /** Calls of the fault's route that were made, as the proxy has seen them; refused ones, as the client has made them. */
  readonly tries: number;
  /** Milliseconds of the pauses before repeats. */
  readonly pauses: readonly number[];
  /** The requests that the server has because of the call. */
  readonly requests: readonly string[];
  /** The same, after a submission that is unknown was sent once more with its key. */
  readonly requestsAfterRepeat?: readonly string[];
  /** Lengths of the timers that were left. */
  readonly timers: readonly number[];
  /** Listeners that were left on the caller's signal. */
  readonly listeners: number;
}

/** The scenarios of one call and one fault. */
export function scenariosOf(call: CallName, fault: Fault): Scenario[] {
  const isForever = fault.wire !== undefined;
  const isSubmit = CALLS[call].route === "submit";
  const all: Scenario[] = [];
  for (const times of isForever ? ([1, "always"] as const) : ([1] as const))
    for (const client of isSubmit ? (["fresh", "known"] as const) : (["fresh"] as const))
      all.push({ call, fault, times, client });
  return all;
}

/**
 * A sample for a second runtime, the same each time: submits in full, and of any other call and fault one scenario, in turn with
 * the fault once or always, and with either client.
 */
export function sampleOf(call: CallName, fault: Fault): Scenario[] {
  const all = scenariosOf(call, fault);
  if (call === "submit") return all;
  const turn = CALL_NAMES.indexOf(call) + FAULTS.indexOf(fault);
  return all.filter((_, index) => index === turn % all.length);
}

export const faultsOf = (call: CallName): Fault[] =>
  FAULTS.filter(({ only }) => only === undefined || only.includes(call));

export const CALL_NAMES = Object.keys(CALLS) as CallName[];
