import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EDIT, PIXEL } from "../../testing/engines.js";
import { createComfyUIEngine } from "./index.js";
import { type FakeComfyUI, startFakeComfyUI } from "./testing/fake-comfyui.js";
import { startRun } from "./testing/start-run.js";

const GUIDE = readFileSync(new URL("../../../../../docs/comfyui.md", import.meta.url), "utf8");

let folder: string;
let comfyui: FakeComfyUI;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "comfyui-guide-"));
  comfyui = await startFakeComfyUI();
  for (const [, name = "", text = ""] of GUIDE.matchAll(/^`([\w.]+\.json)`:\n\n```json\n(.*?)^```/gms))
    writeFileSync(join(folder, name), text);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await comfyui.close();
});

test("the mapping and the workflow of the guide fit each other, the model and a ComfyUI", async () => {
  const engine = await createComfyUIEngine({ file: join(folder, "comfyui.json"), url: comfyui.url });
  const input = { prompt: "blue", images: [PIXEL], aspect_ratio: "3:2", quality: "high" };
  const run = startRun(engine, EDIT, input);
  const [bytes] = await run.files();
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 1248, height: 832 });
  expect(comfyui.prompts[0]?.prompt["7"]?.inputs).toMatchObject({ steps: 30, seed: expect.any(Number) });
  expect((await run.result).report).toMatchObject({ applied: [{ operation: "run-workflow" }], ignored: [] });
});

test("the values of the guide can be used", async () => {
  const [, text = ""] = /several at a time:\n\n```json\n(.*?)^```/ms.exec(GUIDE) ?? [];
  const workflow = {
    "1": { class_type: "SaveVideo", inputs: { width: "{{size.width}}", height: "{{size.height}}" } },
  };
  const models = { "wan-ai/wan-2.7/text-to-video": { workflow, values: JSON.parse(text) } };
  await expect(createComfyUIEngine({ mapping: { url: comfyui.url, models } })).resolves.toBeDefined();
});

test("the guide names each code that a failure can have", () => {
  const source = readFileSync(new URL("./failures.ts", import.meta.url), "utf8");
  const codes = [...source.matchAll(/code: "(\w+)"/g)].map(([, code]) => code as string);
  expect(codes.length).toBeGreaterThan(4);
  for (const code of codes) expect(GUIDE).toContain(`\`${code}\``);
});
