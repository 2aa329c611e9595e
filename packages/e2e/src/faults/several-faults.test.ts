import { createClient, type ModelApiClient, SubmissionUnknownError } from "@model-api/client/lean";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CALLS } from "./calls.js";
import { createFastClock } from "./fast-clock.js";
import { FAULTS } from "./faults.js";
import type { WireFault } from "./plan.js";
import { closeScene, followPlan, openScene, type Scene, tally } from "./scene.js";
import { type Stage, startStage } from "./start-stage.js";

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.stop());

const SPEED = 20;
const { signal } = new AbortController();

function wireOf(name: string): WireFault {
  const wire = FAULTS.find((fault) => fault.name === name)?.wire;
  return wire ?? expect.unreachable(`there is no fault "${name}"`);
}

async function setUp() {
  const scene = await openScene(stage.url, CALLS.submit);
  const paths: string[] = [];
  const client = createClient({
    baseUrl: scene.baseUrl,
    token: scene.token,
    clock: createFastClock(SPEED),
    fetch(url, init) {
      paths.push(new URL(url).pathname);
      return fetch(url, init);
    },
  });
  return { scene, client, paths };
}

const submit = (client: ModelApiClient, scene: Scene) => CALLS.submit.make({ client, scene, signal });

test.each([
  "HTTP 429",
  "HTTP 503, Retry-After as seconds",
  "HTTP 401, 400004",
  "HTTP 402, 400002",
  "HTTP 422, 422",
  "HTTP 500",
  "HTML under 200",
])("a submit that may have arrived stays unknown, though the tries after it end in %s", async (name) => {
  const { scene, client } = await setUp();
  await submit(client, scene);
  const lost = wireOf("the connection is reset after the call was processed");
  await followPlan(scene, { route: "submit", fault: lost, times: 1, afterwards: wireOf(name) });
  const error = await submit(client, scene).catch((reason: unknown) => reason);
  if (!SubmissionUnknownError.isInstance(error)) return expect.unreachable(`${error}`);
  expect(error.retryable).toBe(true);
  const { tries, requests } = await tally(scene);
  expect(tries).toBeGreaterThan(1);
  expect(requests).toHaveLength(2);

  await followPlan(scene, undefined);
  const { idempotencyKey } = error;
  const { requestId } = await CALLS.submit.make({ client, scene, signal, idempotencyKey });
  expect(requests).toContain(requestId);
  expect((await tally(scene)).requests).toEqual(requests);
  await closeScene(scene);
});

test("what a gateway answers does not unsay what the server offers", async () => {
  const { scene, client, paths } = await setUp();
  await submit(client, scene);
  await followPlan(scene, { route: "models", fault: wireOf("HTTP 502"), times: "always" });
  await expect(CALLS["models.list"].make({ client, scene, signal })).rejects.toThrow("502");
  await CALLS.upload.make({ client, scene, signal });
  expect(paths).toContain("/v1/files");
  await closeScene(scene);
});
