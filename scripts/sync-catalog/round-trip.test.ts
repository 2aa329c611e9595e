import { type ModelFile, metadataOf } from "@model-api/codegen";
import { expect, onTestFinished, test } from "vitest";
import { readSchemas } from "../codegen/read-schemas.js";
import { copyOfSchemas, editModel, modelTexts, readModel, sync, temporaryFolder } from "./testing/sync.js";

const EDIT = "openai/gpt-image-2/edit";

/** What of the server is used here. */
interface Server {
  createKey(name: string): Promise<string>;
  listen(options: { port: number; host: string }): Promise<string>;
  close(options: { graceMs: number }): Promise<void>;
}
// By a name that the compiler does not follow: the server's sources are checked with settings of their own.
const SERVER = new URL("../../packages/server/src/index.ts", import.meta.url).href;
const { createServer } = (await import(/* @vite-ignore */ SERVER)) as {
  createServer(options: object): Promise<Server>;
};

const stub = {
  name: "stub",
  repeatable: true,
  serves: () => true,
  run: () => Promise.reject(new Error("a sync runs no model")),
};

/** The catalog that this project's own server would have after `pnpm codegen`, with changes. */
function catalogOf(models: ModelFile[]) {
  const load = async (id: string) => {
    const model = models.find(({ model_id }) => model_id === id);
    return model && { metadata: metadataOf(model), inputSchema: model.input_schema };
  };
  return { models: models.map(metadataOf), load };
}

async function startServer(
  models: ModelFile[],
): Promise<{ args: string[]; environment: Record<string, string> }> {
  const dataFolder = temporaryFolder();
  const server = await createServer({ dataFolder, engines: [stub], catalog: catalogOf(models) });
  onTestFinished(() => server.close({ graceMs: 0 }));
  const url = await server.listen({ port: 0, host: "127.0.0.1" });
  return { args: ["--base-url", url], environment: { RUNCOMFY_TOKEN: await server.createKey("sync") } };
}

test("the catalog of the project's own server changes nothing, not even a byte", async () => {
  const root = copyOfSchemas();
  const { models } = readSchemas(root);
  const { args, environment } = await startServer(models);
  const before = modelTexts(root);
  const run = await sync([...args, "--root", root, "--prune"], environment);
  expect(run).toEqual({
    status: 0,
    stdout: `sync-catalog: 0 added, 0 changed, ${models.length} unchanged, 0 pruned\n`,
    stderr: "",
  });
  expect(modelTexts(root)).toEqual(before);
});

test("without a token it says what is missing", async () => {
  const { args } = await startServer([]);
  const run = await sync([...args, "--root", copyOfSchemas()]);
  expect([run.status, run.stderr]).toEqual([1, expect.stringContaining("Set RUNCOMFY_TOKEN")]);
});

test("facts come in, words stay, and only the lines that changed change", async () => {
  const root = copyOfSchemas();
  const served = structuredClone(readSchemas(root).models);
  editModel(root, EDIT, (model) => {
    model.base_price_usd = 0.25;
    model.input_schema.properties.quality.description = "Words of ours.";
  });
  const model = served.find(({ model_id }) => model_id === EDIT) as ModelFile;
  const { quality, aspect_ratio } = model.input_schema.properties;
  Object.assign(quality ?? {}, { enum: ["low", "medium", "high", "ultra"], description: "Words of theirs." });
  Object.assign(aspect_ratio ?? {}, { default: "1:1" });
  delete aspect_ratio?.["x-published-default"];
  delete aspect_ratio?.["x-derived-from"];
  Object.assign(model.input_schema.properties, { seed: { type: "int", default: "0" } });
  model.display_name = "GPT Image 2 Editing";
  model.description = "Theirs.";
  const { args, environment } = await startServer(served);
  const before = modelTexts(root);

  const run = await sync([...args, "--root", root], environment);
  expect(run.stdout).toContain(`changed  ${EDIT}: display_name, quality (enum), +seed\n`);
  expect(run.stdout).toContain("0 added, 1 changed");
  const after = readModel(root, EDIT);
  expect(after.base_price_usd).toBe(0.25);
  expect(after.display_name).toBe("GPT Image 2 Editing");
  expect(after.description).toContain("multilingual");
  expect(after.input_schema.properties.quality).toEqual({
    title: "Quality",
    description: "Words of ours.",
    type: "string",
    enum: ["low", "medium", "high", "ultra"],
    default: "medium",
  });
  expect(after.input_schema.properties.aspect_ratio).toMatchObject({
    "x-derived-from": { field: "images" },
    "x-published-default": "1:1",
  });
  expect(Object.entries(after.input_schema.properties).at(-1)).toEqual([
    "seed",
    { title: "Seed", type: "integer", default: 0 },
  ]);
  const others = (texts: Record<string, string>) => ({ ...texts, [`${EDIT}.json`]: "" });
  expect(others(modelTexts(root))).toEqual(others(before));
  expect((await sync([...args, "--root", root], environment)).stdout).toContain("0 added, 0 changed");
});

test("a small change is a small diff", async () => {
  const root = copyOfSchemas();
  const served = structuredClone(readSchemas(root).models);
  const { quality } = served.find(({ model_id }) => model_id === EDIT)?.input_schema.properties ?? {};
  Object.assign(quality ?? {}, { default: "high" });
  const { args, environment } = await startServer(served);
  const before = modelTexts(root)[`${EDIT}.json`]?.split("\n") ?? [];
  await sync([...args, "--root", root], environment);
  const after = modelTexts(root)[`${EDIT}.json`]?.split("\n") ?? [];
  expect(after.filter((line, index) => line !== before[index])).toEqual(['        "default": "high"']);
});
