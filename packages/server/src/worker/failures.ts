import { type Engine, EngineError, type EngineFault, RunAborted } from "../engines/engine.js";
import type { RequestFailure } from "../requests.js";

/** Why runs are aborted. */
export const STOPPED: RunAborted = new RunAborted("stopped", "the server is shutting down");
export const TIMED_OUT: RunAborted = new RunAborted("timed_out", "the run took too long");
export const LEASE_LOST: RunAborted = new RunAborted(
  "lease_lost",
  "another worker has taken the request over",
);

export const OUTCOME_UNKNOWN: RequestFailure = {
  code: "outcome_unknown",
  message:
    "The server stopped while the engine was working, so it is not known whether the work was done and charged. It was not repeated. Check with the engine's own service before you submit again.",
};

/** `reference` is what the engine's own service calls the work, where it is known. */
export function outcomeUnknown(reference: string | undefined): RequestFailure {
  if (reference === undefined) return OUTCOME_UNKNOWN;
  return {
    ...OUTCOME_UNKNOWN,
    message: `${OUTCOME_UNKNOWN.message} There the work is called ${JSON.stringify(reference)}.`,
  };
}

export function gaveUp(attempts: number): RequestFailure {
  return {
    code: "gave_up",
    message: `The server stopped during each of ${attempts} runs of this request, so it was not tried again.`,
  };
}

export function notServed(modelId: string): RequestFailure {
  return { code: "not_served", message: `No engine of this server serves ${modelId} any more.` };
}

const CODES: Readonly<Record<EngineFault, string>> = {
  input: "invalid_media",
  transient: "engine_failed",
  final: "engine_failed",
  unknown: OUTCOME_UNKNOWN.code,
};

/**
 * What the caller is told of a run that did not end well; `reference` as above. An error that the engine did not word for the caller stays in the log.
 */
export function failureOf(
  error: unknown,
  engine: Engine,
  signal: AbortSignal,
  reference: string | undefined,
): RequestFailure {
  if (signal.reason === TIMED_OUT) return timedOut(engine, reference);
  if (signal.reason === STOPPED) return outcomeUnknown(reference);
  if (!EngineError.isInstance(error)) {
    return {
      code: "engine_failed",
      message: `The ${engine.name} engine failed. The server's log says more.`,
    };
  }
  return { code: error.code ?? CODES[error.fault], message: error.message };
}

function timedOut({ repeatable }: Engine, reference: string | undefined): RequestFailure {
  const message = "The run took longer than the server allows.";
  if (repeatable) return { code: "timed_out", message };
  const known = reference === undefined ? "" : `, where it is called ${JSON.stringify(reference)}`;
  return {
    code: "timed_out",
    message: `${message} The work may go on with the engine's own service${known}, and may be charged.`,
  };
}
