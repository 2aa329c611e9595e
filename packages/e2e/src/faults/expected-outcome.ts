/**
 * The rule of docs/errors.md, written down a second time and on its own: what must come of a scenario follows from what was said
 * on the wire, and from nothing that the client's code does.
 */
import type { ErrorCode } from "@model-api/client/lean";
import { CALLS, type CallName } from "./calls.js";
import type { Fault } from "./faults.js";
import type { ForgedAnswer, WireFault } from "./plan.js";
import type { Scenario } from "./scenario.js";

export type Runtime = "node" | "workerd";

export interface Expected {
  readonly word?: string;
  readonly error?: {
    readonly code: ErrorCode;
    readonly status: number | undefined;
    readonly retryable: boolean;
  };
  /** A run looks at its status as often as it changes, so there only a least number is known. */
  readonly tries: { readonly exactly: number } | { readonly atLeast: number };
  /** Requests at the server. */
  readonly requests: 0 | 1;
  /** Whether the error names the request. */
  readonly namesRequest: boolean;
  /** Milliseconds that the server asks to wait before another try; `upTo`, where it says that as a date. */
  readonly pause?: { readonly exactly: number } | { readonly upTo: number };
  /** Whether it would be repeated but for the pause that the server asks for. */
  readonly isPauseTooLong?: boolean;
}

/** What one try that meets the fault comes to. */
interface Failure {
  readonly code: ErrorCode;
  readonly status?: number;
  /** Whether it may pass, so that what is free to repeat is repeated. */
  readonly mayPass: boolean;
  /** Whether it is certain that the server has not taken the call. */
  readonly isRefused: boolean;
  /** Milliseconds. */
  readonly retryAfter?: number;
}

const RETRIES = 4;
const MAX_PAUSES_MS = 60_000;
/** Waiting for the end is so many times more patient than a call. */
const PATIENCE = 5;

const CODES: Readonly<Record<number, ErrorCode>> = {
  400001: "not_found",
  404001: "not_found",
  400002: "insufficient_balance",
  400004: "authentication",
  403001: "permission",
  422: "invalid_input",
  429: "rate_limit",
};

const ABOUT_A_REQUEST: readonly CallName[] = ["status", "result", "cancel", "run: status", "run: result"];

export function expectedOutcome(scenario: Scenario, runtime: Runtime): Expected {
  const { call, fault, times } = scenario;
  const { route, word } = CALLS[call];
  const isRun = call === "run: status" || call === "run: result";
  const isSubmit = route === "submit";
  const namesRequest = ABOUT_A_REQUEST.includes(call);
  const arrives = isSubmit || isRun || route === "files" ? 1 : 0;

  if (saysUnknownStatus(fault.wire)) return expectedOfUnknownStatus(scenario);
  const failure = failureOf(fault, runtime);
  if (!failure) {
    const tries = call === "run: status" ? { atLeast: 1 } : { exactly: 1 };
    return { word, tries, requests: arrives, namesRequest };
  }

  const honoursKeys = scenario.client === "known" || echoesKey(fault.wire);
  const isUnknown = isSubmit && !failure.isRefused;
  const isRetryable = isUnknown ? honoursKeys : failure.mayPass;
  const retries = isRetryable ? retriesWithin(failure.retryAfter, isRun ? PATIENCE : 1) : 0;

  const pause = pauseSaid(fault.wire, failure.retryAfter);
  if (times === 1 && retries > 0) {
    const tries = call === "run: status" ? { atLeast: 2 } : { exactly: 2 };
    return { word, tries, requests: arrives, namesRequest, ...pause };
  }
  return {
    ...pause,
    error: {
      code: isUnknown ? "submission_unknown" : failure.code,
      status: failure.status,
      retryable: isRetryable,
    },
    tries: { exactly: 1 + (times === 1 ? 0 : retries) },
    requests: isRun || (isSubmit && isProcessed(fault.wire)) ? 1 : 0,
    namesRequest,
    isPauseTooLong: isRetryable && retries === 0,
  };
}

/** An unknown word is no end and no error: a look gives it, and a run goes on for as long as it may. */
function expectedOfUnknownStatus({ call, times }: Scenario): Expected {
  if (call === "status") return { word: "unknown", tries: { exactly: 1 }, requests: 0, namesRequest: true };
  const common = { tries: { atLeast: 2 }, requests: 1, namesRequest: true } as const;
  if (times === 1) return { ...common, word: "completed" };
  return { ...common, error: { code: "timeout", status: undefined, retryable: false } };
}

function failureOf({ wire, jump = 0 }: Fault, runtime: Runtime): Failure | undefined {
  if (!wire) return undefined;
  if (wire.kind !== "forge") {
    // An edge runtime does not tell a connection that was refused from one that was lost.
    const isRefused = wire.kind === "refuse" && runtime === "node";
    return { code: "connection", mayPass: true, isRefused };
  }
  const { status, body, retryAfter } = wire.answer;
  const said = errorCodeOf(body) ?? (status >= 400 ? status : undefined);
  if (said === undefined) return { code: "invalid_response", status, mayPass: false, isRefused: false };
  const mayPass = [408, 425, 429].includes(said) || (said >= 500 && said < 600);
  return {
    code: CODES[said] ?? "server",
    status,
    mayPass,
    isRefused: !mayPass || said === 429 || (said === 503 && retryAfter !== undefined),
    ...(retryAfter && { retryAfter: pauseOf(retryAfter, jump) }),
  };
}

/** A date is understood by the client's own clock, which may be wrong. Nothing else is. */
function pauseOf({ seconds, as }: NonNullable<ForgedAnswer["retryAfter"]>, jump: number): number {
  return Math.max(0, seconds * 1000 - (as === "date" ? jump : 0));
}

function pauseSaid(wire: WireFault | undefined, pause: number | undefined): Pick<Expected, "pause"> {
  if (pause === undefined) return {};
  const isDate = wire?.kind === "forge" && wire.answer.retryAfter?.as === "date";
  return { pause: isDate ? { upTo: pause } : { exactly: pause } };
}

function errorCodeOf(body: string): number | undefined {
  const code = /"error_code":(\d+)/.exec(body)?.[1];
  return code === undefined ? undefined : Number(code);
}

/** How often a call is repeated: by number, and for as long as the pauses that are asked for fit into the time. */
function retriesWithin(retryAfter: number | undefined, patience: number): number {
  const byTime = retryAfter ? Math.floor((patience * MAX_PAUSES_MS) / retryAfter) : Number.POSITIVE_INFINITY;
  return Math.min(patience * RETRIES, byTime);
}

/** Whether the server's own head comes through, with the key in it. */
function echoesKey(wire: WireFault | undefined): boolean {
  return wire?.kind === "truncate" || (wire?.kind === "stall" && wire.within === "body");
}

/** Whether the server has done its work in a try that meets the fault. */
function isProcessed(wire: WireFault | undefined): boolean {
  if (wire?.kind === "reset" || wire?.kind === "forge") return wire.forwarded;
  return wire?.kind === "stall" || wire?.kind === "truncate";
}

function saysUnknownStatus(wire: WireFault | undefined): boolean {
  const answer: ForgedAnswer | undefined = wire?.kind === "forge" ? wire.answer : undefined;
  return answer?.body.includes('"status"') ?? false;
}
