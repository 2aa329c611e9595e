import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ConfigError } from "../../config/config-error.js";
import { openEngines } from "../../config/open-engines.js";
import { EDIT, VIDEO } from "../../testing/engines.js";
import { createComfyUIEngine } from "./index.js";
import { EDIT_WORKFLOW, TEXT_TO_IMAGE } from "./testing/workflows.js";

const url = "http://127.0.0.1:8188";
const SAVE = { class_type: "SaveImage", inputs: { images: ["8", 0], filename_prefix: "x" } };

/** Everything that is said of a mapping; nothing where it can be opened. */
async function problemsOf(mapping: unknown): Promise<string[]> {
  try {
    await createComfyUIEngine({ mapping: mapping as never });
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).problems.map((problem) => problem.replace("comfyui mapping: ", ""));
  }
}

/** The same of one text in a workflow that is all right otherwise. */
function problemsOfText(text: string, modelId = EDIT, more: object = {}): Promise<string[]> {
  const workflow = { "8": { class_type: "CLIPTextEncode", inputs: { text } }, "9": SAVE };
  return problemsOf({ url, models: { [modelId]: { workflow, ...more } } });
}

describe("a placeholder", () => {
  test.each([
    ["{{prompt}}", EDIT],
    ["  {{ prompt }}, in {{quality}} at {{resolution}}", EDIT],
    ["{{images.0}}", EDIT],
    ["{{images.9|omit}}", EDIT],
    ['{{images.1|"blank.png"}}', EDIT],
    ["{{width}} {{height}}", EDIT],
    ["{{aspect_ratio}}", EDIT],
    ["{{seed|random}}", EDIT],
    ["{{seed|42}}", EDIT],
    ["{{seed}}", VIDEO],
    ["{{seed|random}}", VIDEO],
    ['{{negative_prompt|""}}', VIDEO],
    ["{{audio_url|omit}}", VIDEO],
    ["{{image_url}}", VIDEO],
    ["no {braces} at } all {", EDIT],
  ])("may be %s of %s", async (text, modelId) => {
    expect(await problemsOfText(text, modelId)).toEqual([]);
  });

  test.each([
    ["{{promt}}", EDIT, /has no input field promt, and values has no such name\. Did you mean prompt\?/],
    ["{{width}}", VIDEO, /has no input field width.*There are: prompt, image_url/],
    ["{{images}}", EDIT, /images is a list, so name one of its items, such as \{\{images\.0\}\}/],
    ["{{images.first}}", EDIT, /first is not the position of an item/],
    ["{{images.10}}", EDIT, /images has 10 items at most, so the last one is \{\{images\.9\}\}/],
    ["{{images.1}}", EDIT, /callers may leave out this item.*\{\{images\.1\|omit\}\}/],
    ["{{prompt.0}}", EDIT, /prompt is not a list/],
    ["{{negative_prompt}}", VIDEO, /callers may leave out negative_prompt.*\{\{negative_prompt\|""\}\}/],
    ["{{audio_url}}", VIDEO, /callers may leave out audio_url.*\{\{audio_url\|omit\}\}/],
    ["{{seed}}", EDIT, /has no seed, so write \{\{seed\|random\}\}/],
    ["{{prompt|random}}", EDIT, /random stands for a number, and prompt is none/],
    ["{{quality|best}}", EDIT, /what follows the bar of \{\{quality\|best\}\} must be JSON/],
    ["{{quality|[1]}}", EDIT, /must be a text, a number, true, false or null/],
    ["a {{images.1|omit}}", EDIT, /\{\{images\.1\|omit\}\} must be all of its string/],
    ["{{}}", EDIT, /"\{\{\}\}" is not a placeholder such as/],
    ["{{a b}}", EDIT, /is not a placeholder/],
    ["{{prompt}", EDIT, /is not a placeholder/],
    ["{{constructor}}", EDIT, /has no input field constructor/],
  ])("may not be %s of %s", async (text, modelId, message) => {
    const problems = await problemsOfText(text, modelId);
    expect(problems).toEqual([expect.stringMatching(message)]);
    expect(problems[0]).toContain(`models: ${modelId}: node 8 (CLIPTextEncode), input text: `);
  });
});

describe("a value of the mapping", () => {
  const resolutions = { "1k": 20, "2k": 30, "4k": 40 };
  const size = { "720p": { width: 1280 }, "1080p": { width: 1920 } };

  test.each([
    ["{{steps}}", EDIT, { steps: 30 }],
    ["{{steps}}", EDIT, { steps: { from: "resolution", map: resolutions } }],
    ["{{steps}}", EDIT, { steps: { from: "aspect_ratio", map: { "1:1": 1 }, default: 2 } }],
    ["{{size.width}}", VIDEO, { size: { from: "resolution", map: size } }],
    ["{{fps}}", VIDEO, { fps: { from: "enable_prompt_expansion", map: { true: 1, false: 2 } } }],
  ])("%s of %s may be %j", async (text, modelId, values) => {
    expect(await problemsOfText(text, modelId, { values })).toEqual([]);
  });

  test.each([
    ["{{step}}", EDIT, { steps: 30 }, /no such name\. Did you mean steps\?/],
    ["x", EDIT, { prompt: "x" }, /values: prompt is a field of the model's input already/],
    ["x", EDIT, { "a-b": 1 }, /values: a-b: a name has letters, digits and _ only/],
    ["x", EDIT, { steps: [1] }, /values: steps must be a text, a number/],
    ["x", EDIT, { steps: { from: "resolution" } }, /values: steps: map must be an object/],
    ["x", EDIT, { steps: { from: "resolution", map: resolutions, els: 1 } }, /els is not known/],
    [
      "x",
      EDIT,
      { steps: { from: "resolutoin", map: resolutions } },
      /no input field resolutoin\. Did you mean resolution\?/,
    ],
    ["x", EDIT, { steps: { from: "resolution", map: { "1k": 1 } } }, /map says nothing for 2k, 4k/],
    [
      "x",
      EDIT,
      { steps: { from: "resolution", map: { ...resolutions, "8k": 1 } } },
      /resolution is never "8k"/,
    ],
    [
      "x",
      EDIT,
      { steps: { from: "prompt", map: { a: 1 } } },
      /prompt may be anything, so a default is needed/,
    ],
    [
      "{{size.height}}",
      VIDEO,
      { size: { from: "resolution", map: size } },
      /nothing called height in it, but width/,
    ],
    [
      "{{size}}",
      VIDEO,
      { size: { from: "resolution", map: size } },
      /several values, so name one of them: width/,
    ],
    ["{{steps.x}}", EDIT, { steps: 1 }, /there is nothing called x in it/],
  ])("%s of %s may not be %j", async (text, modelId, values, message) => {
    expect(await problemsOfText(text, modelId, { values })).toContainEqual(expect.stringMatching(message));
  });
});

describe("a workflow", () => {
  test.each([
    [
      { nodes: [], links: [], version: 0.4 },
      /format of ComfyUI's editor. Export it in API format: .*Export \(API\)/,
    ],
    [{ prompt: TEXT_TO_IMAGE }, /has the workflow under the key prompt/],
    [{}, /has no nodes/],
    [{ "1": { class_type: "SaveImage" } }, /each node has a class_type and inputs; these have not: 1/],
    [[], /must be a JSON object of nodes/],
    [undefined, /workflow is missing/],
    ["./missing.json", /workflow \.\/missing\.json cannot be read: .*ENOENT/],
    [{ "1": { class_type: "LoadImage", inputs: {} } }, /no node of the workflow looks as if it saved files/],
  ])("may not be %j", async (workflow, message) => {
    const problems = await problemsOf({ url, models: { [EDIT]: { workflow } } });
    expect(problems).toEqual([expect.stringMatching(message)]);
  });

  test("has the nodes that are named as its outputs", async () => {
    const model = { workflow: EDIT_WORKFLOW, outputs: ["9", "99"] };
    expect(await problemsOf({ url, models: { [EDIT]: model } })).toEqual([
      `models: ${EDIT}: outputs: the workflow has no node "99". It has: 3, 4, 5, 6, 7, 8, 9, 10, 11`,
    ]);
  });
});

test("every problem of a mapping is told at once", async () => {
  const problems = await problemsOf({
    url: "ftp://gpu",
    repeatible: false,
    models: {
      "openai/gpt-image-2/edti": { workflow: EDIT_WORKFLOW },
      [EDIT]: { workflow: { "9": { ...SAVE, inputs: { a: "{{promt}}", b: "{{images}}" } } }, outputs: [9] },
    },
  });
  expect(problems).toEqual([
    "repeatible is not known. Did you mean repeatable?",
    `models: ${EDIT}: outputs must be a list of ids of nodes, such as ["9"]`,
    "url must be where ComfyUI answers, such as http://127.0.0.1:8188",
    expect.stringMatching(/edti: the catalog has no such model\. Did you mean openai\/gpt-image-2\/edit\?/),
    expect.stringMatching(/input a: \{\{promt\}\}/),
    expect.stringMatching(/input b: \{\{images\}\}/),
  ]);
});

describe("the schema of the file and its reader", () => {
  const path = new URL("../../../../../schemas/comfyui-workflows.schema.json", import.meta.url);
  const isValid = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(path, "utf8")),
  );
  const models = { [EDIT]: { workflow: EDIT_WORKFLOW } };
  const model = (more: object) => ({ url, models: { [EDIT]: { workflow: EDIT_WORKFLOW, ...more } } });

  test.each([
    [{ url, models }],
    [{ $schema: "x", url: "https://gpu.example/comfy/", repeatable: false, models }],
    [model({ outputs: ["9"] })],
    [model({ values: { a: 1, b: "x", c: null, d: { e: true } } })],
    [model({ values: { a: { from: "resolution", map: { "1k": 1 }, default: 2 } } })],
  ])("both take %j", async (mapping) => {
    expect([isValid(mapping), await problemsOf(mapping)]).toEqual([true, []]);
  });

  test.each([
    [{}],
    [null],
    [[]],
    [{ url }],
    [{ models }],
    [{ url, models: {} }],
    [{ url, models, more: 1 }],
    [{ url: "gpu:8188", models }],
    [{ url: "http://user:word@gpu", models }],
    [{ url: "http://gpu?a=b", models }],
    [{ url, repeatable: "no", models }],
    [{ url, models: { [EDIT]: "./edit.json.missing.txt".length } }],
    [{ url, models: { [EDIT]: {} } }],
    [model({ workflow: { nodes: [], links: [] } })],
    [model({ workflow: {} })],
    [model({ more: 1 })],
    [model({ outputs: [] })],
    [model({ outputs: [9] })],
    [model({ values: 1 })],
    [model({ values: { a: [1] } })],
    [model({ values: { "1a": 1 } })],
    [model({ values: { a: { "b-c": 1 } } })],
    [model({ values: { a: { from: "resolution" } } })],
    [model({ values: { a: { from: 1, map: {} } } })],
    [model({ values: { a: { from: "resolution", map: { "1k": [] }, default: 1 } } })],
  ])("both refuse %j", async (mapping) => {
    expect([isValid(mapping), (await problemsOf(mapping)).length > 0]).toEqual([false, true]);
  });
});

describe("a mapping file", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "comfyui-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const write = (name: string, content: unknown) => {
    const path = join(folder, name);
    writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
    return path;
  };

  test("is opened by its name, and finds its workflows beside itself", async () => {
    write("edit.json", EDIT_WORKFLOW);
    const models = { [EDIT]: { workflow: "./edit.json" } };
    const file = write("comfyui.json", { url, repeatable: false, models });
    const [engine, ...others] = await openEngines([`comfyui:${file}`, `openai/*=comfyui:${file}`]);
    expect(engine).toMatchObject({ name: "comfyui", repeatable: false });
    expect([EDIT, VIDEO].map((id) => engine?.serves(id))).toEqual([true, false]);
    expect(others.map((other) => typeof other.resume)).toEqual(["function"]);
  });

  test.each([
    ["", /engine comfyui needs a mapping file: comfyui:\.\/comfyui\.json/],
    [":./missing.json", /comfyui mapping \.\/missing\.json: cannot be read: .*ENOENT/],
  ])('"comfyui%s" is told what is missing', async (rest, message) => {
    await expect(openEngines([`comfyui${rest}`])).rejects.toThrow(message);
  });

  test("that is no JSON is told where, and not quoted", async () => {
    const file = write("broken.json", '{ "url": "http://secret@host" x }');
    const error: Error = await createComfyUIEngine({ file }).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ConfigError);
    expect(error.message).toMatch(/broken\.json: is not JSON: something is wrong at position \d+/);
    expect(error.message).not.toContain("secret");
  });

  test("says which workflow is no JSON", async () => {
    write("torn.json", "{");
    const file = write("torn-mapping.json", { url, models: { [EDIT]: { workflow: "torn.json" } } });
    await expect(createComfyUIEngine({ file })).rejects.toThrow(/workflow torn\.json is not JSON/);
  });

  test("may be told another url", async () => {
    const file = write("other.json", { url: "nowhere", models: { [EDIT]: { workflow: EDIT_WORKFLOW } } });
    await expect(createComfyUIEngine({ file, url })).resolves.toMatchObject({ name: "comfyui" });
    await expect(createComfyUIEngine({ file, url: "ftp://x" })).rejects.toThrow(/url must be/);
  });
});
