import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readSchemas } from "../codegen/read-schemas.js";
import { REPOSITORY, UsageError } from "../sync-catalog/flags.js";
import { CatalogError } from "../sync-catalog/problem.js";
import { runScript } from "../sync-catalog/testing/run-script.js";
import { serve } from "../sync-catalog/testing/serve.js";
import {
  allFiles,
  copyOfSchemas,
  entry,
  modelTexts,
  readModel,
  temporaryFolder,
} from "../sync-catalog/testing/sync.js";
import { readFlags } from "./flags.js";
import { newModel as scaffoldModel } from "./new-model.js";
import { newModel } from "./testing/run.js";

const INPUT = {
  prompt: "A boat at dawn",
  image_urls: ["https://files.example/a.png"],
  aspect_ratio: "16:9",
  camera: { zoom: 1.5 },
};
const copy = () => copyOfSchemas(() => false);

function saved(value: unknown): string {
  const file = join(temporaryFolder(), "example.json");
  writeFileSync(file, JSON.stringify(value));
  return file;
}

/** A catalog that has the models given, and says of any other that there is none. */
function serveModels(...models: { model_id: string }[]) {
  return serve((request, response) => {
    const found = models.find(({ model_id }) => request.url === `/v1/models/${model_id}`);
    response.setHeader("content-type", "application/json");
    if (found) return response.end(JSON.stringify(found));
    response.writeHead(404).end('{"error_code": 404001, "error_message": "no such model"}');
  });
}

/** In this process: what goes wrong is thrown. */
async function scaffold(args: readonly string[]): Promise<string[]> {
  const options = readFlags(args);
  return options ? scaffoldModel(options, {}) : [];
}

test("an example makes a file that fits, and codegen works right after", async () => {
  const root = copy();
  const run = await newModel(["acme/portrait-2/image-to-video", "--example", saved(INPUT), "--root", root]);
  expect([run.stderr, run.status]).toEqual(["", 0]);
  expect(readSchemas(root).notes).toEqual([]);
  expect(readModel(root, "acme/portrait-2/image-to-video")).toMatchObject({
    $schema: "../../../model.schema.json",
    display_name: "Portrait 2 Image to Video",
    categories: ["image-to-video"],
    output_kind: "video",
    input_schema: {
      properties: { image_urls: { title: "Image URLs", items: { format: "image_uri" } } },
    },
    examples: [{ title: "Example", input: INPUT }],
  });
  const codegen = await runScript("codegen/main.ts", ["--root", root]);
  expect([codegen.stderr, codegen.status]).toEqual(["", 0]);
  const generated = join(root, "packages/models/src/generated");
  const types = readFileSync(join(generated, "models/acme/portrait-2/image-to-video.d.ts"), "utf8");
  expect(types).toContain("image_urls?: Media[]");
  const check = await runScript("codegen/main.ts", ["--root", root, "--check"]);
  expect([check.stdout, check.status]).toEqual([expect.stringContaining("all up to date"), 0]);
});

test("the file is laid out as Biome does it, and its guesses and the next commands are told", async () => {
  const root = copy();
  const run = await newModel(["acme/x/edit", "--example", "-", "--root", root], {
    input: JSON.stringify(INPUT),
  });
  const [text = ""] = Object.values(modelTexts(root));
  const bin = join(REPOSITORY, "node_modules/@biomejs/biome/bin/biome");
  const args = [bin, "format", "--stdin-file-path=schemas/models/x.json"];
  expect(execFileSync(process.execPath, args, { input: text, cwd: REPOSITORY, encoding: "utf8" })).toBe(text);
  expect(run.stdout).toContain("new-model: schemas/models/acme/x/edit.json");
  expect(run.stdout).toContain("guess  /input_schema/properties/aspect_ratio: takes any text");
  expect(run.stdout).toContain("guess  /input_schema/required: is left out");
  expect(run.stdout).toContain("guess  /price_unit:");
  expect(run.stdout).toContain("npm run codegen");
});

test("several examples say what is required, and --required and --output-kind what is", async () => {
  const root = copy();
  const { aspect_ratio: _left, ...shorter } = INPUT;
  const several = await newModel(["acme/x/a", "--example", saved([INPUT, shorter]), "--root", root]);
  expect(several.stdout).toContain(
    "/input_schema/required: is what all examples have: prompt, image_urls, camera",
  );
  expect(readModel(root, "acme/x/a").input_schema.required).toEqual(["prompt", "image_urls", "camera"]);
  const said = ["--required", "prompt,image_urls", "--output-kind", "audio"];
  await newModel(["acme/x/b", "--example", saved(INPUT), "--root", root, ...said]);
  const model = readModel(root, "acme/x/b");
  expect([model.input_schema.required, model.output_kind]).toEqual([["prompt", "image_urls"], "audio"]);
});

test.each([
  ["https://files.example/a.png?signature=secret"],
  ["data:image/png;base64,AAAAsecret"],
  ["/home/me/secret.png"],
])("an example with the file %s is not kept in the model's file", async (file) => {
  const root = copy();
  const example = saved({ prompt: "A", image: file });
  const told = (await scaffold(["acme/x/edit", "--example", example, "--root", root])).join("\n");
  expect(readModel(root, "acme/x/edit").examples).toBeUndefined();
  expect(Object.values(modelTexts(root)).join()).not.toContain("secret");
  expect(told).toContain("guess  /examples: is left out");
  expect(told).not.toContain("secret");
});

test("a URL of the API or of a page gives the catalog's facts, with the token", async () => {
  const root = copy();
  const told = { base_price_usd: 0.5, output_kind: "image", description: "Edits." };
  const tokens: unknown[] = [];
  const server = await serve((request, response) => {
    tokens.push(request.headers.authorization);
    response.end(JSON.stringify(entry(String(request.url).replace("/v1/models/", ""), told)));
  });
  const environment = { RUNCOMFY_TOKEN: "token-of-a-test" };
  const api = await newModel([`${server.url}/v1/models/acme/x/edit`, "--root", root], { environment });
  const page = await newModel([`${server.url}/models/acme/x/draw`, "--root", root], { environment });
  expect([api.status, page.status, page.stderr]).toEqual([0, 0, ""]);
  expect(server.requests).toEqual(["/v1/models/acme/x/edit", "/v1/models/acme/x/draw"]);
  expect(tokens).toEqual(["Bearer token-of-a-test", "Bearer token-of-a-test"]);
  for (const id of ["acme/x/edit", "acme/x/draw"])
    expect(readModel(root, id)).toMatchObject({ ...told, display_name: "Name", price_unit: "output" });
  expect(api.stdout).not.toContain("guess  ");
  expect(api.stdout + page.stdout).not.toContain("token-of-a-test");
});

test("an entry without a name, a unit and categories is completed, and told of", async () => {
  const root = copy();
  const { model_id, input_schema } = entry("acme/sound-1/text-to-audio");
  const server = await serveModels({ model_id, input_schema } as { model_id: string });
  const run = await newModel([`${server.url}/v1/models/${model_id}`, "--root", root]);
  expect(run.status).toBe(0);
  expect(readSchemas(root).models[0]).toMatchObject({
    display_name: "Sound 1 Text to Audio",
    output_kind: "audio",
  });
  for (const pointer of ["/display_name", "/categories", "/price_unit", "/output_kind"])
    expect(run.stdout).toContain(`guess  ${pointer}: `);
});

test("a file that is there is not written over, and the server is not asked", async () => {
  const root = copy();
  const server = await serveModels(entry("acme/x/edit"));
  const url = `${server.url}/v1/models/acme/x/edit`;
  await scaffold([url, "--root", root]);
  const before = modelTexts(root);
  for (const args of [[url], ["acme/x/edit", "--example", saved(INPUT)]]) {
    const again = scaffold([...args, "--root", root]);
    await expect(again).rejects.toThrow("schemas/models/acme/x/edit.json is there already");
  }
  expect([modelTexts(root), server.requests]).toEqual([before, ["/v1/models/acme/x/edit"]]);
});

test("what cannot be used writes nothing and says why", async () => {
  const root = copy();
  const before = allFiles(root);
  const server = await serveModels({
    ...entry("acme/x/broken"),
    input_schema: { properties: { a: { type: "colour" } } },
  } as never);
  const cases: [string[], typeof UsageError | typeof CatalogError, string][] = [
    [[`${server.url}/v1/models/acme/x/none`], CatalogError, "no such model"],
    [[`${server.url}/v1/models/acme/x/broken`], CatalogError, "/input_schema/properties/a/type"],
    [[`${server.url}/`], UsageError, "names no model"],
    [["../x/edit", "--example", saved(INPUT)], UsageError, "is no model id"],
    [["acme/x/edit", "--example", saved([])], CatalogError, "must hold the input of a request"],
    [["acme/x/edit", "--example", saved([INPUT, 7])], CatalogError, "number 2 is none"],
    [["acme/x/edit", "--example", "missing.json"], CatalogError, "missing.json: ENOENT"],
    [
      ["acme/x/edit", "--example", saved(INPUT), "--required", "promt"],
      CatalogError,
      '--required names "promt"',
    ],
    [["acme/x/edit"], UsageError, "--example <file | ->"],
    [["acme/x/edit", "--example", saved(INPUT), "--output-kind", "text"], UsageError, "image, video, audio"],
  ];
  for (const [args, kind, reason] of cases) {
    const error = await scaffold([...args, "--root", root]).catch((thrown: unknown) => thrown);
    expect([args, error]).toEqual([args, expect.any(kind)]);
    expect((error as Error).message).toContain(reason);
  }
  expect(allFiles(root)).toEqual(before);
});

test("wrong flags end with 64, what cannot be used with 1, and both say that nothing is written", async () => {
  const [wrong, refused, help] = await Promise.all([
    newModel(["--colour"]),
    newModel(["openai/gpt-image-2/edit", "--example", saved(INPUT)]),
    newModel(["--help"]),
  ]);
  expect([wrong.status, refused.status, help.status]).toEqual([64, 1, 0]);
  for (const { stderr } of [wrong, refused]) expect(stderr).toContain("Nothing is written.");
  expect(help.stdout).toContain("--example <file>");
});

test("a dry run prints the file and writes nothing", async () => {
  const root = copy();
  const run = await newModel(["acme/x/edit", "--example", saved(INPUT), "--root", root, "--dry-run"]);
  expect([run.status, existsSync(join(root, "schemas/models/acme"))]).toEqual([0, false]);
  expect(run.stdout).toContain('"model_id": "acme/x/edit"');
});
