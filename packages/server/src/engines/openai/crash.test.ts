import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { crashBudget } from "../../testing/crash/budget.js";
import { paidRounds } from "../../testing/crash/paid-rounds.js";
import { answerJson, pictureOf } from "./testing/behaviours.js";
import { fieldOf } from "./testing/fake-call.js";
import { fakeOpenAI } from "./testing/fake-openai.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "crash-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("killed at any moment, a request is one call at OpenAI at most: what was under way is an unknown outcome", async () => {
  const { rounds, burst, seed } = crashBudget(8);
  const openai = await fakeOpenAI();
  const b64_json = (await pictureOf(1024, 1024, "png")).toString("base64");
  const answer = answerJson(JSON.stringify({ created: 1_700_000_000, data: [{ b64_json }] }));
  openai.behave(async (call, response) => {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
    await answer(call, response);
  });
  try {
    const report = await paidRounds({
      dataFolder: join(folder, "data"),
      paid: { engine: "openai", url: openai.url, key: openai.key },
      modelId: "openai/gpt-image-2/text-to-image",
      inputOf: (prompt) => ({ prompt }),
      charged: (prompt) => openai.calls.filter((call) => fieldOf(call, "prompt") === prompt).length,
      underWay: () => openai.arrival(),
      rounds,
      burst,
      seed,
    });
    console.log(`crash, openai: ${rounds} kills, seed ${seed}: ${JSON.stringify(report)}`);
    expect(report.completed).toBeGreaterThan(0);
    expect(report.unknownAndCharged, "no call was under way when a server was killed").toBeGreaterThan(0);
  } finally {
    await openai.close();
  }
}, 3_600_000);
