import { afterAll, beforeAll, describe, test } from "vitest";
import { CALLS } from "./calls.js";
import { checkOutcome } from "./check-outcome.js";
import { CALL_NAMES, faultsOf, type Outcome, type Scenario, sampleOf } from "./scenario.js";
import { closeScene, openScene } from "./scene.js";
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

async function play(scenario: Scenario): Promise<void> {
  const scene = await openScene(stage.url, CALLS[scenario.call]);
  const outcome = await workerd.play<Outcome>({ scenario, scene });
  await closeScene(scene);
  checkOutcome(scenario, scene, outcome, "workerd");
}

describe.concurrent.each(CALL_NAMES)("%s", (call) => {
  test.each(faultsOf(call).map((fault) => [fault.name, fault] as const))("%s", async (_, fault) => {
    await Promise.all(sampleOf(call, fault).map(play));
  });
});
