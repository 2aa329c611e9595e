import { expect } from "vitest";
import type { AbortOutcome, AbortWish } from "./abort-run.js";
import type { Life } from "./lives.js";

/** Real milliseconds: prompt, and generous to a busy machine. A lost cancel is waited for half a second by this clock. */
const PROMPT_MS = 1000;

/** Holds what came of an aborted run against what may be told of it. */
export function checkAbort({ life, at, moment }: AbortWish, outcome: AbortOutcome): void {
  const { aborted, phase, event, error, isReason, hasReason, states, word } = outcome;
  const why = `event ${at}, ${event}, ${moment}, ${phase}: ${word ?? error?.message}`;
  expect(outcome.timers, `timers: ${why}`).toEqual([]);
  expect(outcome.listeners, `listeners: ${why}`).toBe(0);
  expect(states.length, why).toBeLessThanOrEqual(1);
  if (aborted === "never") {
    expect([word, states], why).toEqual(["completed", ["completed"]]);
    return;
  }
  expect(outcome.tookMs, why).toBeLessThan(PROMPT_MS);

  if (phase === "before the submit") {
    expect([isReason, states], why).toEqual([true, []]);
  } else if (phase === "submit in flight" && (moment === "as it begins" || error?.code !== "aborted")) {
    expect(error, why).toMatchObject({ code: "submission_unknown", retryable: false });
    expect(error?.idempotencyKey, why).toMatch(/^\S+$/);
    expect(hasReason, why).toBe(true);
  } else if (word !== undefined) {
    // Too late: it had ended.
    expect(word, why).toBe("completed");
  } else if (life.cancelOnAbort) {
    expect([error?.code, hasReason], why).toEqual(["aborted", true]);
    expect(error?.requestId, why).toBeDefined();
    expect(outcomesThatFit(life, states[0]), why).toContain(error?.outcome);
    if (aborted === "at rest") expect(error?.outcome, why).toBe(life.outcome);
  } else {
    expect([isReason, states.length], why).toEqual([true, 1]);
  }
}

/** What may be said of a cancel: the truth at the server, or that it is not known where the answer was lost. */
function outcomesThatFit({ outcome }: Life, state: string | undefined): string[] {
  if (outcome === "unknown") return ["unknown"];
  return state === "cancelled" ? ["cancelled"] : ["too_late"];
}
