import { getEventListeners } from "node:events";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { until } from "../harness.js";
import { CALLS } from "./calls.js";
import { checkOutcome } from "./check-outcome.js";
import { runScenario } from "./run-scenario.js";
import { CALL_NAMES, faultsOf, type Scenario, scenariosOf } from "./scenario.js";
import { closeScene, openScene } from "./scene.js";
import { type Stage, startStage } from "./start-stage.js";

let stage: Stage;
let timersBefore: number;
const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
const listenersOf = (signal: AbortSignal) => getEventListeners(signal, "abort").length;

beforeAll(async () => {
  timersBefore = timers();
  stage = await startStage();
});
afterAll(() => stage.stop());

async function play(scenario: Scenario): Promise<void> {
  const scene = await openScene(stage.url, CALLS[scenario.call]);
  const outcome = await runScenario(scenario, scene, { listenersOf });
  await closeScene(scene);
  checkOutcome(scenario, scene, outcome, "node");
}

describe.concurrent.each(CALL_NAMES)("%s", (call) => {
  test.each(faultsOf(call).map((fault) => [fault.name, fault] as const))("%s", async (_, fault) => {
    await Promise.all(scenariosOf(call, fault).map(play));
  });
});

test("nothing of all this keeps the process alive", async () => {
  await until("no timers", async () => timers() <= timersBefore, 5);
  expect(timers()).toBeLessThanOrEqual(timersBefore);
});
