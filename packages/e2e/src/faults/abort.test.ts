import { getEventListeners } from "node:events";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AbortOutcome, type AbortWish, abortRun } from "./abort-run.js";
import { checkAbort } from "./check-abort.js";
import { LIVES } from "./lives.js";
import { closeScene, openScene, type Scene } from "./scene.js";
import { type Stage, startStage } from "./start-stage.js";
import { startWorkerd, type Workerd } from "./start-workerd.js";

let stage: Stage;
let workerd: Workerd;
beforeAll(async () => {
  stage = await startStage();
  workerd = await startWorkerd();
});
afterAll(async () => {
  await workerd.stop();
  await stage.stop();
});

/** Far more events than a run has. */
const MOST_EVENTS = 200;
const listenersOf = (signal: AbortSignal) => getEventListeners(signal, "abort").length;

type Play = (wish: AbortWish, scene: Scene) => Promise<AbortOutcome>;

const inNode: Play = (wish, scene) => abortRun(wish, scene, { listenersOf });
const inWorkerd: Play = (abort, scene) => workerd.play<AbortOutcome>({ abort, scene });

const CASES = LIVES.flatMap((life) => [
  { life, moment: "as it begins", runtime: "node", play: inNode } as const,
  { life, moment: "while it lasts", runtime: "node", play: inNode } as const,
  { life, moment: "while it hangs", runtime: "node", play: inNode } as const,
  { life, moment: "while it lasts", runtime: "workerd", play: inWorkerd } as const,
]).map((each) => [`${each.life.name}, ${each.moment}, in ${each.runtime}`, each] as const);

describe.concurrent("aborted at each of its events", () => {
  test.each(CASES)("%s", async (_, { life, play, moment }) => {
    const phases = new Set<string>();
    for (let at = 1; ; at++) {
      const scene = await openScene(stage.url, { queue: life.queue, prepared: "nothing" });
      const wish = { life, at, moment };
      const outcome = await play(wish, scene);
      await closeScene(scene);
      checkAbort(wish, outcome);
      if (outcome.aborted !== "at the event") break;
      phases.add(outcome.phase);
      expect(at).toBeLessThan(MOST_EVENTS);
    }
    // Which event is which differs by one where the machine is busy: each phase has been met, in whatever order.
    expect(phases).toEqual(new Set(["before the submit", "submit in flight", "after the submit"]));
  });
});
