import { createClient, type Fetch, SubmissionUnknownError } from "@model-api/client/lean";
import { CALLS } from "./calls.js";
import { createFastClock } from "./fast-clock.js";
import { routeOf } from "./plan.js";
import { report } from "./report.js";
import type { Outcome, Scenario } from "./scenario.js";
import { followPlan, type Scene, stopRefusing, tally, untilStalled } from "./scene.js";

/** What only some runtimes can tell. */
export interface Inspection {
  /** Listeners on a signal. */
  readonly listenersOf?: (signal: AbortSignal) => number;
}

/** Slow enough that a busy machine does not meet a limit by itself. */
const SPEED = 20;
/** Timers that space the looks of a client; they are gone before anybody sees them. */
const SPACING_MS = 5;
/** Pauses that nobody should wait for, even at this speed. */
const LONG_PAUSE_MS = 60_000;
/** Milliseconds that a run is given whose status never ends. */
const SHORT_WAIT_MS = 60_000;

/** Plays one scenario. Knows web standards and the client, and so runs in any runtime. */
export async function runScenario(
  scenario: Scenario,
  scene: Scene,
  { listenersOf = () => 0 }: Inspection = {},
): Promise<Outcome> {
  const { fault, times } = scenario;
  const { wire, jump } = fault;
  const call = CALLS[scenario.call];
  const clock = createFastClock(SPEED);
  const { signal } = new AbortController();
  const pauses: number[] = [];
  let isPlanned = false;
  let sent = 0;

  const faultyFetch: Fetch = async (url, init) => {
    const isMeant = isPlanned && routeOf(init.method ?? "GET", new URL(url).pathname) === call.route;
    if (!isMeant) return fetch(url, init);
    // With the first call that it is about, so that the calls before that are not in its way.
    if (sent++ === 0 && wire) await followPlan(scene, { route: call.route, fault: wire, times });
    if (jump) clock.setOff(jump);
    // What hangs is not waited for: its time is up as soon as it does.
    if (wire?.kind === "stall" && (times === "always" || sent <= times))
      void untilStalled(scene, sent).then(clock.leap);
    try {
      return await fetch(url, init);
    } catch (error) {
      if (wire?.kind === "refuse" && sent === times) await stopRefusing(scene);
      throw error;
    }
  };

  const client = createClient({
    baseUrl: scene.baseUrl,
    token: scene.token,
    clock,
    fetch: faultyFetch,
    hooks: {
      onRetry(_, delay) {
        if (isPlanned) pauses.push(delay);
        if (delay > LONG_PAUSE_MS) setTimeout(clock.leap);
      },
    },
  });
  const context = { client, scene, signal };

  const before: (string | undefined)[] = [scene.requestId];
  if (scenario.client === "known") before.push((await CALLS.submit.make(context)).requestId);
  isPlanned = true;
  const isEndless = scenario.call === "run: status" && fault.name === "a status that nobody knows";
  const settled = await call
    .make({ ...context, ...(isEndless && { timeout: SHORT_WAIT_MS }) })
    .catch((error: unknown) => ({ error }));
  // What ends together with the call may end a moment later.
  await new Promise((resolve) => setTimeout(resolve));
  const timers = clock.pending().filter((ms) => ms > SPACING_MS);
  const listeners = listenersOf(signal);

  const seen = await tally(scene);
  const added = (ids: readonly string[]) => ids.filter((id) => !before.includes(id));
  const tries = wire && wire.kind !== "refuse" ? seen.tries : sent;
  const facts = { tries, pauses, requests: added(seen.requests), timers, listeners };
  if (!("error" in settled)) return { ...settled, ...facts };
  const outcome = { error: report(settled.error), ...facts };
  if (!SubmissionUnknownError.isInstance(settled.error)) return outcome;

  const { idempotencyKey } = settled.error;
  isPlanned = false;
  await stopRefusing(scene);
  await followPlan(scene, undefined);
  await CALLS.submit.make({ ...context, idempotencyKey });
  return { ...outcome, requestsAfterRepeat: added((await tally(scene)).requests) };
}
