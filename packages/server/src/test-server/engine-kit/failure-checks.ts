import { EngineError } from "../../engines/engine.js";
import { checkNothingLeft } from "./file-checks.js";
import { inWords } from "./kit-context.js";
import { GRACE_MS, type Observation } from "./observe.js";

export interface ExpectedFailure {
  readonly fault: string;
  readonly code?: string;
}

/** The run has failed with an `EngineError` that says what it was. */
export function checkFailure(observation: Observation, { fault, code }: ExpectedFailure): void {
  const { outcome } = observation;
  const wanted = `an EngineError with the fault ${fault}${code === undefined ? "" : ` and the code ${code}`}`;
  if (outcome.state !== "failed") throw new Error(`The run has to fail with ${wanted}, and ended well.`);
  const { error } = outcome;
  if (!EngineError.isInstance(error))
    throw new Error(`The run has to fail with ${wanted}, and failed with ${inWords(error)}`);
  if (error.fault !== fault || (code !== undefined && error.code !== code))
    throw new Error(
      `The run has to fail with ${wanted}, and failed with ${error.fault}, ${error.code}: ${error.message}`,
    );
  if (error.message.trim() === "") throw new Error(`${wanted} has to say in words what went wrong.`);
  checkNothingLeft(observation, "a run that failed");
}

/** A run that was aborted before it began. */
export function checkAbortedBeforehand(observation: Observation): void {
  checkStopped(observation, "before it began");
}

/** A run that was aborted in the middle; one that had ended by then could not be. */
export function checkAbortedInTheMiddle(observation: Observation, isTold: boolean): void {
  const { endedFirst, outcome } = observation;
  if (endedFirst && isTold) {
    const how = outcome.state === "failed" ? `: it failed with ${inWords(outcome.error)}` : "";
    throw new Error(
      `The run ended before whileRunning resolved, so it could not be aborted in the middle${how}.`,
    );
  }
  if (!endedFirst) checkStopped(observation, "in the middle");
  checkNothingLeft(observation, "a run that was aborted");
}

function checkStopped({ outcome, keptTooLate, leftBehind }: Observation, when: string): void {
  if (outcome.state === "hung")
    throw new Error(
      `A run that is aborted ${when} has to reject within ${GRACE_MS / 1000} seconds, and did not.`,
    );
  if (outcome.state === "ended")
    throw new Error(
      `A run that is aborted ${when} has to reject and to make nothing, and it ended with ${outcome.files.length} files.`,
    );
  if (keptTooLate() > 0)
    throw new Error(
      `A run that is aborted ${when} may keep nothing any more, and it kept ${keptTooLate()} files.`,
    );
  if (leftBehind.length > 0)
    throw new Error(
      `A run that is aborted ${when} may leave no file behind, and left ${leftBehind.join(", ")}.`,
    );
}

/** Of an input whose media cannot be had: an engine that has looked at it blames the caller. */
export function checkBadMedia(observation: Observation): void {
  // An engine that hands URIs on, or looks at none, cannot know.
  if (!observation.hasFetched() && observation.outcome.state === "ended") return;
  checkFailure(observation, { fault: "input" });
}
