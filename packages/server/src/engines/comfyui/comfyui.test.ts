import sharp from "sharp";
import { afterEach, beforeEach, expect, test } from "vitest";
import { EDIT, PIXEL } from "../../testing/engines.js";
import type { EngineResult } from "../engine.js";
import { type ComfyUIMapping, createComfyUIEngine, type ModelMapping } from "./index.js";
import { type FakeComfyUI, startFakeComfyUI } from "./testing/fake-comfyui.js";
import { startRun } from "./testing/start-run.js";
import { EDIT_WORKFLOW, TEXT_TO_IMAGE } from "./testing/workflows.js";

const IMAGE = "openai/gpt-image-2/text-to-image";
const VIDEO = "wan-ai/wan-2.7/image-to-video";
const AUDIO = "acestep-ai/ace-step-1.5/text-to-audio";

let comfyui: FakeComfyUI;
beforeEach(async () => {
  comfyui = await startFakeComfyUI();
});
afterEach(() => comfyui.close());

const open = (models: ComfyUIMapping["models"], rest: Partial<ComfyUIMapping> = {}) =>
  createComfyUIEngine({ mapping: { url: comfyui.url, models, ...rest } });

async function run(modelId: string, model: ModelMapping, input: Record<string, unknown>) {
  const started = startRun(await open({ [modelId]: model }), modelId, input);
  return { ...started, result: await started.result };
}

const queued = (node: string) => comfyui.prompts[0]?.prompt[node]?.inputs;
const reportOf = ({ report }: EngineResult) => JSON.stringify(report);

function pictureOf(width: number, height: number): Promise<string> {
  const create = { width, height, channels: 3 as const, background: "#fff" };
  return sharp({ create })
    .png()
    .toBuffer()
    .then((bytes) => `data:image/png;base64,${bytes.toString("base64")}`);
}

test("a picture is made by the workflow of its model, at the model's exact size", async () => {
  const input = { prompt: "a cup", aspect_ratio: "16:9", resolution: "1k", quality: "high" };
  const { result, files, references } = await run(IMAGE, { workflow: TEXT_TO_IMAGE }, input);
  expect(queued("6")).toMatchObject({ text: "a cup" });
  expect(queued("7")).toMatchObject({ text: "blurry, high" });
  expect(queued("5")).toEqual({ width: 1360, height: 768, batch_size: 1 });
  expect(result.files).toMatchObject([{ kind: "image" }]);
  const [bytes] = await files();
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 1360, height: 768, format: "png" });
  expect(references).toEqual([comfyui.prompts[0]?.id]);
  expect(result.report.applied.map(({ operation }) => operation)).toEqual(["run-workflow"]);
  expect(result.report.ignored).toEqual([]);
});

test("a random seed is one for the whole run, another for each run, and is reported", async () => {
  const workflow = {
    ...TEXT_TO_IMAGE,
    "7": { class_type: "CLIPTextEncode", inputs: { text: "seed {{seed|random}}", clip: ["4", 1] } },
  };
  const engine = await open({ [IMAGE]: { workflow } });
  const reports: string[] = [];
  for (let i = 0; i < 2; i++) reports.push(reportOf(await startRun(engine, IMAGE, { prompt: "a" }).result));
  const seeds = comfyui.prompts.map(({ prompt }) => prompt["3"]?.inputs.seed);
  expect(seeds.every((seed) => Number.isInteger(seed) && Number(seed) >= 0)).toBe(true);
  expect(seeds[0]).not.toBe(seeds[1]);
  expect(comfyui.prompts[0]?.prompt["7"]?.inputs.text).toBe(`seed ${seeds[0]}`);
  expect(reports[0]).toContain(`with seed ${seeds[0]}`);
});

test("braces in a prompt stay as they are", async () => {
  const prompt = 'a sign that says "{{seed|random}}" and {{images.0}} \\ " \n';
  await run(IMAGE, { workflow: TEXT_TO_IMAGE }, { prompt });
  expect(queued("6")).toMatchObject({ text: prompt });
});

test("inputs are uploaded under names that nobody else has, and what is not used is reported", async () => {
  const first = await pictureOf(300, 200);
  const input = { prompt: "blue", images: [first, PIXEL, PIXEL] };
  const { result, files } = await run(EDIT, { workflow: EDIT_WORKFLOW }, input);
  const names = ["10", "11"].map((node) => String(queued(node)?.image));
  for (const name of names) expect(name).toMatch(/^model-api\/[0-9a-f-]{36}\.png$/);
  expect(new Set([...names, ...comfyui.uploads.keys()]).size).toBe(2);
  expect(comfyui.uploads.get(names[0] as string)?.toString("base64")).toBe(first.split(",")[1]);
  // The first picture is 3:2, and so is the output.
  const [bytes] = await files();
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 1248, height: 832 });
  expect(result.report.ignored.map(({ instruction }) => instruction)).toEqual(["images[2]"]);
});

test("a picture that is left out takes its node with it, and the links to it", async () => {
  await run(EDIT, { workflow: EDIT_WORKFLOW }, { prompt: "blue", images: [PIXEL] });
  expect(comfyui.prompts[0]?.prompt).not.toHaveProperty("11");
  expect(queued("6")).toEqual({ text: "blue", clip: ["4", 1], image1: ["10", 0] });
});

test("an output of another size or format is made to fit, and the report says so", async () => {
  const workflow = {
    ...TEXT_TO_IMAGE,
    "5": { class_type: "EmptyLatentImage", inputs: { width: 512, height: 512, batch_size: 1 } },
  };
  const input = { prompt: "a cup", aspect_ratio: "3:2", output_format: "jpeg" };
  const { result, files } = await run(IMAGE, { workflow }, input);
  const [bytes] = await files();
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 1248, height: 832, format: "jpeg" });
  expect(result.report.applied).toMatchObject([
    { operation: "run-workflow" },
    { operation: "resize", detail: expect.stringMatching(/512 × 512, to .* 1248 × 832/) },
    { operation: "convert", detail: "converted image/png to image/jpeg" },
  ]);
});

test("values of the mapping are constants, choices by a field, and groups", async () => {
  const workflow = {
    "1": { class_type: "LoadImage", inputs: { image: "{{image_url}}" } },
    "2": {
      class_type: "VHS_VideoCombine",
      inputs: {
        images: ["1", 0],
        frame_rate: "{{rate}}",
        size: "{{size.width}}x{{size.height}}",
        note: "{{note}}",
      },
    },
  };
  const values = {
    rate: 24,
    note: null,
    size: {
      from: "resolution",
      map: { "720p": { width: 1280, height: 720 } },
      default: { width: 1920, height: { from: "duration", map: { "5": 1080 }, default: 1088 } },
    },
  };
  const engine = await open({ [VIDEO]: { workflow, values } });
  for (const more of [{ resolution: "720p" }, {}, { duration: 7 }])
    await startRun(engine, VIDEO, { prompt: "a", image_url: PIXEL, ...more }).result;
  const inputs = comfyui.prompts.map(({ prompt }) => prompt["2"]?.inputs);
  expect(inputs.map((input) => input?.size)).toEqual(["1280x720", "1920x1080", "1920x1088"]);
  expect(inputs[0]).toMatchObject({ frame_rate: 24, note: null });
});

test("videos and sounds are found wherever a node puts them, and are what their bytes say", async () => {
  const video = { class_type: "VHS_VideoCombine", inputs: { images: ["1", 0], frame_rate: 16 } };
  const load = { class_type: "LoadImage", inputs: { image: "{{image_url}}" } };
  const made = await run(VIDEO, { workflow: { "1": load, "2": video } }, { prompt: "a", image_url: PIXEL });
  expect(made.result.files).toMatchObject([{ kind: "video", name: expect.stringMatching(/\.mp4$/) }]);
  const audio = { class_type: "SaveAudio", inputs: { text: "{{tags}}" } };
  const text = { class_type: "SaveText", inputs: { text: "{{tags}}" } };
  const heard = await run(AUDIO, { workflow: { "1": text, "2": audio } }, { tags: "loud" });
  expect(heard.result.files).toMatchObject([{ kind: "audio", name: expect.stringMatching(/\.wav$/) }]);
});

test("outputs are those of the nodes that save, or of the ones that are named, in their order", async () => {
  const preview = { class_type: "PreviewImage", inputs: { images: ["8", 0] } };
  const save = { class_type: "SaveImage", inputs: { images: ["8", 0], filename_prefix: "second" } };
  const workflow = { ...TEXT_TO_IMAGE, "12": preview, "13": save };
  const countOf = async (outputs?: string[]) => {
    const model = { workflow, ...(outputs && { outputs }) };
    return (await run(IMAGE, model, { prompt: "a" })).result.files.length;
  };
  expect([await countOf(), await countOf(["12"]), await countOf(["12", "13", "9"])]).toEqual([2, 1, 3]);
});

test("progress is one fraction over the whole workflow that only grows", async () => {
  const held = comfyui.hold(3);
  const started = startRun(await open({ [IMAGE]: { workflow: TEXT_TO_IMAGE } }), IMAGE, { prompt: "a" });
  await held.reached;
  held.release();
  await started.result;
  const { progress } = started;
  expect(progress.length).toBeGreaterThan(8);
  expect(progress).toEqual([...progress].sort((a, b) => a - b));
  expect(new Set(progress).size).toBe(progress.length);
  expect(progress[0]).toBeGreaterThan(0);
  expect(progress.at(-1)).toBeLessThan(1);
  expect(progress.at(-1)).toBeGreaterThan(0.8);
});

test("requests that run at the same time do not mix", async () => {
  const engine = await open({ [EDIT]: { workflow: EDIT_WORKFLOW } });
  const sizes = [
    [300, 200],
    [200, 300],
    [300, 300],
  ] as const;
  const runs = await Promise.all(
    sizes.map(async ([width, height]) =>
      startRun(engine, EDIT, { prompt: "a", images: [await pictureOf(width, height)] }).files(),
    ),
  );
  const made = await Promise.all(runs.map(async ([bytes]) => sharp(bytes).metadata()));
  expect(made.map(({ width, height }) => width / height)).toEqual(
    [1.5, 2 / 3, 1].map((r) => expect.closeTo(r, 2)),
  );
});
