import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { openMemoryBackend } from "../../backend/memory.js";
import { createServer } from "../../create-server.js";
import { engineChecks } from "../../test-server/engine-kit/engine-checks.js";
import type { ArrangedFault } from "../../test-server/engine-kit/options.js";
import { manualClock } from "../../test-server/manual-clock.js";
import { callerOf, until } from "../../testing/servers.js";
import { createOpenAIEngine } from "./index.js";
import {
  answerJson,
  type Behaviour,
  breakOff,
  hangUpAfterwards,
  pictureOf,
  refuse,
} from "./testing/behaviours.js";
import { openAISuite, TEXT_TO_IMAGE } from "./testing/openai-suite.js";
import { FAKE_KEY } from "./testing/problems.js";

const suite = openAISuite();
const open = () => createOpenAIEngine({ apiKey: FAKE_KEY, baseUrl: suite.openai.url });

describe("the engine kit", async () => {
  const picture = `data:image/png;base64,${(await pictureOf(60, 40, "png")).toString("base64")}`;
  const prompt = "a lighthouse at dusk";
  const failing = (name: string, behaviour: Behaviour, fault: Pick<ArrangedFault, "fault" | "code">) => ({
    name,
    arrange: () => suite.openai.behave(behaviour),
    restore: () => suite.openai.reset(),
    ...fault,
  });
  const blocked = { message: "Rejected.", type: "image_generation_user_error", code: "moderation_blocked" };
  const checks = engineChecks({
    engine: open,
    runs: [
      { modelId: "openai/gpt-image-2/edit", input: { prompt, images: [picture, picture] } },
      { modelId: TEXT_TO_IMAGE, input: { prompt, output_format: "webp", resolution: "2k" } },
      { modelId: "openai/gpt-image-2.5/flare/edit", input: { prompt, images: [picture], quality: "max" } },
      { modelId: "openai/gpt-image-2.5/sunburst/text-to-image", input: { prompt, output_format: "jpeg" } },
    ],
    faults: [
      failing("moderation refuses", refuse(400, blocked), { fault: "input", code: "content_policy" }),
      failing("OpenAI is down", refuse(500, { message: "Down." }), { fault: "transient" }),
      failing("the connection is lost", hangUpAfterwards, { fault: "unknown" }),
      failing("the answer is lost", breakOff, { fault: "unknown" }),
      failing("the answer is garbled", answerJson("{"), { fault: "unknown" }),
      failing("the key is refused", refuse(401, { message: `Incorrect API key provided: ${FAKE_KEY}.` }), {
        fault: "final",
        code: "provider_auth",
      }),
    ],
    whileRunning: () => suite.openai.arrival(),
    secrets: [FAKE_KEY, FAKE_KEY.slice(0, 12), FAKE_KEY.slice(-8)],
  });
  for (const { name, run } of checks) test(name, run);
});

test("behind a server, a connection that is lost ends as outcome unknown, with one call at OpenAI", async () => {
  suite.openai.behave(hangUpAfterwards);
  const clock = manualClock();
  const server = await createServer({ backend: openMemoryBackend(clock), engines: [open()], clock });
  try {
    const call = callerOf(server, await server.createKey("test"));
    const { body } = await call("POST", `/v1/models/${TEXT_TO_IMAGE}`, { prompt: "a lighthouse" });
    const result = async () => (await call("GET", `/v1/requests/${body.request_id}/result`)).body;
    await until(async () => (await result()).status === "failed");
    expect((await result()).error).toMatchObject({
      code: "outcome_unknown",
      message: expect.stringMatching(/may have been made and charged/),
    });
    // For as long as a server might wait before another try.
    await clock.advanceAsync(3_600_000);
    expect(suite.openai.begun).toBe(1);
  } finally {
    await server.close({ graceMs: 0 });
  }
});

test("the openai package is loaded by the first run, and not before", async () => {
  // A process of its own, in which whoever asks for the package is told off.
  const hooks = `export const resolve = (name, context, next) => {
    if (/^openai(\\/|$)/.test(name)) throw new Error("asked for openai");
    return next(name, context);
  };`;
  const index = new URL("../../index.ts", import.meta.url).href;
  const program = `
    import { register } from "node:module";
    register("data:text/javascript," + encodeURIComponent(${JSON.stringify(hooks)}));
    const { createOpenAIEngine } = await import(${JSON.stringify(index)});
    const engine = createOpenAIEngine({ apiKey: "sk-test" });
    console.log(engine.serves(${JSON.stringify(TEXT_TO_IMAGE)}));
    const { call } = await import(new URL("engines/openai/call.ts", ${JSON.stringify(index)}).href).then(
      ({ callOpenAI }) => ({ call: callOpenAI }),
    );
    await call({}, {}).catch((error) => console.log(error.message));
  `;
  const flags = [
    "--import",
    "tsx",
    "--conditions=@model-api/source",
    "--input-type=module",
    "--eval",
    program,
  ];
  const cwd = fileURLToPath(new URL(".", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, flags, { cwd });
  expect(stdout.trim().split("\n")).toEqual(["true", "asked for openai"]);
});
