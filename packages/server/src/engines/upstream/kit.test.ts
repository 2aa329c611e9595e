import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, test } from "vitest";
import { engineChecks } from "../../test-server/engine-kit/engine-checks.js";
import { createTestServer } from "../../test-server/index.js";
import { EDIT, INPUT } from "../../testing/engines.js";
import { callerOf, until } from "../../testing/servers.js";
import { sampleImage } from "../placeholder/samples.js";
import { createReplayEngine } from "../replay/index.js";
import { createUpstreamEngine } from "./index.js";
import {
  type FakeService,
  type Fault,
  hangUp,
  html,
  json,
  startFakeService,
  TOKEN,
} from "./testing/fake-service.js";

let service: FakeService;
let folder: string;
const client = { polling: { initialDelay: 1, maxDelay: 2 }, retry: { maxRetries: 0 } };
const upstream = () => createUpstreamEngine({ token: TOKEN, baseUrl: service.url, client });
const runs = [{ modelId: EDIT, input: INPUT, expect: { width: 8, height: 8, mediaType: "image/png" } }];

beforeAll(async () => {
  service = await startFakeService();
  service.outputs.set("cup.png", sampleImage(8, [1, 2, 3]));
  folder = mkdtempSync(join(tmpdir(), "cassettes-"));
  const recording = createUpstreamEngine({ token: TOKEN, baseUrl: service.url, client, record: folder });
  const server = await createTestServer({ engines: [recording] });
  const call = callerOf(server, server.token, server.url);
  const { request_id: id } = (await call("POST", `/v1/models/${EDIT}`, INPUT)).body;
  await until(async () => (await call("GET", `/v1/requests/${id}/status`)).body.status === "completed");
  await server.close();
});
beforeEach(() => {
  for (const faults of Object.values(service.faults)) faults.splice(0);
});
afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("the upstream engine", () => {
  const submit = (...faults: Fault[]) => ({ arrange: () => void service.faults.submit.push(...faults) });
  const checks = engineChecks({
    engine: upstream,
    runs,
    secrets: [TOKEN],
    whileRunning: async () => {
      const before = service.calls.length;
      await until(() => service.calls.slice(before).some(({ path }) => path.endsWith("/status")));
    },
    faults: [
      { name: "the answer to a submit is lost", ...submit(hangUp), fault: "unknown" },
      { name: "a page answers a submit", ...submit(html(200)), fault: "unknown" },
      {
        name: "the service is busy",
        ...submit(json(429, { error_code: 429, error_message: "Slow down." })),
        fault: "transient",
        code: "upstream_rate_limited",
      },
      {
        name: "there is no balance",
        ...submit(json(402, { error_code: 400002, error_message: "Insufficient." })),
        fault: "final",
        code: "insufficient_balance",
      },
      {
        name: "the service refuses the input",
        ...submit(json(422, { error_code: 422, error_message: "images: too dark" })),
        fault: "input",
        code: "invalid_input",
      },
    ],
  });
  for (const { name, run } of checks) test(name, run);
});

describe("the replay engine", () => {
  const checks = engineChecks({
    engine: () => createReplayEngine({ folder }),
    runs,
    reportedAs: "upstream",
    faults: [
      {
        name: "a request was never recorded",
        arrange() {},
        input: { ...INPUT, prompt: "something else" },
        fault: "input",
      },
    ],
  });
  for (const { name, run } of checks) test(name, run);
});
