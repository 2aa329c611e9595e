import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readSchemas } from "../codegen/read-schemas.js";
import { REPOSITORY } from "./flags.js";
import { serve } from "./testing/serve.js";
import {
  allFiles,
  copyOfSchemas,
  editModel,
  entry,
  modelTexts,
  readModel,
  save,
  sync,
} from "./testing/sync.js";

const QUIRKS = fileURLToPath(new URL("testdata/quirks.json", import.meta.url));
const EDIT = "openai/gpt-image-2/edit";
const none = () => false;
const onlyEdit = (id: string) => id === EDIT;

test("a schema with quirks comes out normalised, and a second sync changes nothing", async () => {
  const root = copyOfSchemas(none);
  const first = await sync(["--root", root, "--file", QUIRKS, "--verbose"]);
  expect(first.stderr).toBe("");
  expect(first.status).toBe(0);
  expect(first.stdout).toContain("note: synthetic/quirks-1.0/4K#/input_schema/properties/cfg_scale/type");
  expect(first.stdout).toContain('/output_kind: "video" is a guess from the categories');
  expect(first.stdout).toContain("added    synthetic/quirks-1.0/4K");
  const model = readModel(root, "synthetic/quirks-1.0/4K");
  expect(model.base_price_usd).toBeUndefined();
  expect(model.input_schema.required).toEqual(["prompt", "image_urls"]);
  expect(model.input_schema.properties).toEqual({
    prompt: { title: "Prompt", type: "string", examples: ["A boat at dawn"] },
    image_urls: {
      title: "Image URLs",
      type: "array",
      items: { type: "string", format: "image_uri" },
      minItems: 1,
      maxItems: 4,
      "x-file-rules": [
        { measure: "file_size_mb", comparison: "<", value: 30, message: "Too large." },
        { measure: "width/height", comparison: ">", value: 0.25 },
      ],
    },
    cfg_scale: {
      title: "CFG scale",
      type: "number",
      minimum: 0,
      maximum: 1,
      default: 0.5,
    },
    fps: { title: "FPS", type: "integer", enum: [24, 30], "x-published-default": 60 },
    style: { title: "Style", type: ["string", "null"] },
    seed: { title: "Seed", type: "integer", maximum: 4294967295 },
  });
  const before = modelTexts(root);
  const second = await sync(["--root", root, "--file", QUIRKS]);
  expect(second.stdout).toBe("sync-catalog: 0 added, 0 changed, 1 unchanged, 0 gone\n");
  expect(modelTexts(root)).toEqual(before);
});

test("what is written is as codegen reads it, and Biome has nothing to change", async () => {
  const root = copyOfSchemas(onlyEdit);
  const long = Array.from({ length: 60 }, (_, i) => i * 1000);
  const properties = { n: { type: "integer", enum: long }, o: { type: "object", properties: { p: {} } } };
  const models = [
    entry("acme/x/y/z", { input_schema: { properties } }),
    ...JSON.parse(readFileSync(QUIRKS, "utf8")).models,
  ];
  expect((await sync(["--root", root, "--file", save(models)])).status).toBe(0);
  expect(readSchemas(root).notes).toEqual([]);
  for (const text of Object.values(modelTexts(root))) {
    const args = ["format", "--stdin-file-path=schemas/models/x.json"];
    const bin = join(REPOSITORY, "node_modules/@biomejs/biome/bin/biome");
    expect(
      execFileSync(process.execPath, [bin, ...args], { input: text, cwd: REPOSITORY, encoding: "utf8" }),
    ).toBe(text);
  }
  expect(modelTexts(root)["synthetic/quirks-1.0/4~k.json"]).toContain(
    '"items": { "type": "string", "format": "image_uri" }',
  );
  expect(allFiles(root).filter((path) => !path.startsWith("schemas"))).toEqual([]);
});

const HOSTILE = [
  "../x",
  "a/../../b",
  "a//b",
  "/a/b",
  "a/b/",
  "a/..",
  "a",
  "a\\..\\b/c",
  "a/%2e%2e",
  "a/b\u0000",
  "C:/x",
  "",
];

test("ids that lead elsewhere are reported and never written", async () => {
  const root = copyOfSchemas(onlyEdit);
  const before = allFiles(root);
  const file = save([...HOSTILE.map((id) => entry(id)), 7, null, entry("acme/good")]);
  const refused = await sync(["--root", root, "--file", file]);
  expect(refused.status).toBe(1);
  expect(refused.stderr.match(/^ {2}entry \d+/gm)).toHaveLength(HOSTILE.length + 2);
  expect(refused.stderr).toContain('entry 0#/model_id: "../x" is no model id');
  expect(allFiles(root)).toEqual(before);
  const skipped = await sync(["--root", root, "--file", file, "--skip-broken"]);
  expect(skipped.status).toBe(0);
  expect(skipped.stdout).toContain("skipped  entry 0#/model_id");
  const added = allFiles(root).filter((path) => !before.includes(path));
  expect(added).toEqual(["schemas/models/acme", "schemas/models/acme/good.json"]);
});

test("examples that no longer fit are dropped and told of, the others stay", async () => {
  const root = copyOfSchemas(onlyEdit);
  editModel(root, EDIT, (model) => {
    const [example] = model.examples;
    model.examples.push({ title: "High", input: { ...example.input, quality: "high" } });
    model.examples.push({ title: "Gone", input: { ...example.input, output_format: "png" } });
    model.input_schema.properties.quality.examples = ["high", "low"];
  });
  const { input_schema, ...facts } = readModel(root, EDIT);
  const { output_format: _gone, ...properties } = structuredClone(input_schema.properties);
  properties.quality.enum = ["low", "medium"];
  const changed = { ...facts, input_schema: { ...input_schema, properties } };
  const run = await sync(["--root", root, "--file", save([changed])]);
  const model = readModel(root, EDIT);
  expect(model.examples.map(({ title }: { title: string }) => title)).toEqual([
    "Studio sweep with a headline",
  ]);
  expect(model.input_schema.properties.quality.examples).toEqual(["low"]);
  expect(run.stdout).toContain('/examples/1: "High" no longer fits and is dropped: /quality: breaks');
  expect(run.stdout).toContain(
    '/examples/2: "Gone" no longer fits and is dropped: the model has no field "output_format"',
  );
  expect(run.stdout).toContain(`changed  ${EDIT}: quality (enum, examples), -output_format, examples`);
});

test("nothing is deleted without --prune, and a dry run writes nothing", async () => {
  const root = copyOfSchemas(onlyEdit);
  const file = save([entry("acme/x")]);
  const before = modelTexts(root);
  const dry = await sync(["--root", root, "--file", file, "--prune", "--dry-run"]);
  expect([dry.status, modelTexts(root)]).toEqual([0, before]);
  const kept = await sync(["--root", root, "--file", file]);
  expect(kept.stdout).toContain(`gone     ${EDIT}`);
  expect(Object.keys(modelTexts(root))).toEqual(["acme/x.json", `${EDIT}.json`]);
  const pruned = await sync(["--root", root, "--file", file, "--prune"]);
  expect(pruned.stdout).toContain(`pruned   ${EDIT}`);
  expect(allFiles(join(root, "schemas/models"))).toEqual(["acme", "acme/x.json"]);
});

test("an empty or incomplete catalog prunes nothing, and a broken entry is not gone", async () => {
  const root = copyOfSchemas(onlyEdit);
  const before = modelTexts(root);
  for (const catalog of [[], { models: [entry("acme/x")], total: 2 }]) {
    const run = await sync(["--root", root, "--file", save(catalog), "--prune"]);
    expect([run.status, run.stderr]).toEqual([1, expect.stringContaining("--prune is refused")]);
  }
  const broken = save([entry(EDIT, { input_schema: null })]);
  const run = await sync(["--root", root, "--file", broken, "--prune", "--skip-broken"]);
  expect([run.status, modelTexts(root)]).toEqual([0, before]);
});

test("an entry without its schema is asked for alone", async () => {
  const root = copyOfSchemas(none);
  const { input_schema, ...listed } = entry("acme/x", { base_price_usd: 0.5 });
  const server = await serve((request, response) => {
    const isList = request.url?.startsWith("/v1/models?");
    if (isList)
      response.end(JSON.stringify({ models: [listed, { ...listed, model_id: "acme/none" }], total: 2 }));
    else if (request.url === "/v1/models/acme/x")
      response.end(JSON.stringify({ ...listed, base_price_usd: null, description: "Alone.", input_schema }));
    else response.writeHead(404).end('{"error_code": 404001, "error_message": "no such model"}');
  });
  const environment = { RUNCOMFY_MODEL_API_BASE: `${server.url}/v1/` };
  const refused = await sync(["--root", root], environment);
  expect([refused.status, modelTexts(root)]).toEqual([1, {}]);
  expect(refused.stderr).toContain("acme/none: GET ");
  const run = await sync(["--root", root, "--skip-broken"], environment);
  expect(run.status).toBe(0);
  expect(readModel(root, "acme/x")).toMatchObject({ base_price_usd: 0.5, description: "Alone." });
});

test("wrong flags end with 64, and help with 0", async () => {
  const [wrong, help] = await Promise.all([sync(["--colour"]), sync(["--help"])]);
  expect([wrong.status, help.status, help.stdout.includes("--skip-broken")]).toEqual([64, 0, true]);
});
