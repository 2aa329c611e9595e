import { expect } from "vitest";
import { CALLS } from "./calls.js";
import { checkPage } from "./check-page.js";
import { type Expected, expectedOutcome, type Runtime } from "./expected-outcome.js";
import type { Outcome, Scenario } from "./scenario.js";
import type { Scene } from "./scene.js";

/** Holds what came of a scenario against the rule. */
export function checkOutcome(scenario: Scenario, scene: Scene, outcome: Outcome, runtime: Runtime): void {
  const { call, fault, times, client } = scenario;
  const name = `${call}, ${fault.name}, ${times === 1 ? "once" : times}, ${client} client`;
  const expected = expectedOutcome(scenario, runtime);
  const { word, error, tries, requests } = outcome;
  const seen = {
    word,
    error: error?.code && { code: error.code, status: error.status, retryable: error.retryable },
    requests: requests.length,
  };
  const why = `${name}: ${error?.message ?? ""}`;
  expect(seen, why).toEqual({ word: expected.word, error: expected.error, requests: expected.requests });
  if ("exactly" in expected.tries) expect(tries, why).toBe(expected.tries.exactly);
  else expect(tries, why).toBeGreaterThanOrEqual(expected.tries.atLeast);

  for (const pause of [...outcome.pauses, ...(error ? [error.retryAfter] : [])])
    checkPause(pause, expected, why);

  expect(outcome.timers, `timers left by ${name}`).toEqual([]);
  expect(outcome.listeners, `listeners left by ${name}`).toBe(0);
  if (error) {
    const requestId = expected.namesRequest ? (scene.requestId ?? requests[0]) : undefined;
    expect(error.requestId, why).toBe(requestId);
    const isTelling = times === "always" && "exactly" in expected.tries && !expected.isPauseTooLong;
    checkPage({ error, charged: requests.length, ...(isTelling && { repeated: tries > 1 }) }, why);
    expect(error.message, why).not.toContain(scene.token);
  } else if (CALLS[call].prepared === "nothing" && requests.length > 0) {
    expect(requests, why).toEqual([outcome.requestId]);
  }
  if (error?.code === "submission_unknown") {
    expect(error.idempotencyKey, why).toMatch(/^\S+$/);
    // The key that the error carries is good for what the page says.
    expect(outcome.requestsAfterRepeat, why).toHaveLength(1);
  }
}

/** Milliseconds of the longest pause that nobody asked for. */
const MAX_PAUSE_MS = 8000;

function checkPause(seen: number | undefined, { pause }: Expected, why: string): void {
  if (pause === undefined) expect(seen ?? 0, why).toBeLessThanOrEqual(MAX_PAUSE_MS);
  else if ("exactly" in pause) expect(seen, `${why}: pause`).toBe(pause.exactly);
  // A date has whole seconds.
  else expect(Math.abs((seen ?? Number.NaN) - pause.upTo), `${why}: pause`).toBeLessThanOrEqual(2000);
}
