import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fieldDoc } from "./doc-comment.js";
import { toJs } from "./emit-model.js";
import { generate } from "./generate.js";
import type { ModelFile } from "./json-schema.js";
import { typeName } from "./names.js";
import { findStale, write } from "./output.js";
import { readSchemas } from "./read-schemas.js";

const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));
const EDIT = "schemas/models/openai/gpt-image-2/edit.json";
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "codegen-"));
  cpSync(join(REPOSITORY, "schemas"), join(root, "schemas"), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function edit(file: string, change: (model: ModelFile) => void): void {
  const path = join(root, file);
  const model = JSON.parse(readFileSync(path, "utf8")) as ModelFile;
  change(model);
  writeFileSync(path, JSON.stringify(model));
}

test.each([
  ["openai/gpt-image-2/edit", "OpenaiGptImage2Edit"],
  ["kling/kling-3.0/4k/image-to-video", "KlingKling304kImageToVideo"],
  ["3d-vendor/x", "Model3dVendorX"],
])("the type of %s is %s", (id, name) => {
  expect(typeName(id)).toBe(name);
});

test("what is generated twice is the same, and writing it twice changes nothing", async () => {
  const first = await generate(readSchemas(root));
  expect(write(root, first)).toHaveLength(first.files.size);
  expect(write(root, await generate(readSchemas(root)))).toEqual([]);
});

test("stale files are found: missing, changed, left over, and not in git", async () => {
  const generated = await generate(readSchemas(root));
  write(root, generated);
  execFileSync("git", ["init", "-q"], { cwd: root });
  execFileSync("git", ["add", "packages"], { cwd: root });
  expect(findStale(root, generated)).toEqual([]);
  const folder = "packages/models/src/generated";
  rmSync(join(root, folder, "lean.js"));
  writeFileSync(join(root, folder, "load.js"), "edited");
  mkdirSync(join(root, folder, "models/acme/old"), { recursive: true });
  writeFileSync(join(root, folder, "models/acme/old/model.js"), "");
  execFileSync("git", ["rm", "-q", "--cached", `${folder}/index.js`], { cwd: root });
  expect(findStale(root, generated)).toEqual([
    { path: `${folder}/index.js`, reason: "not in git" },
    { path: `${folder}/lean.js`, reason: "missing" },
    { path: `${folder}/load.js`, reason: "changed" },
    { path: `${folder}/models/acme/old/model.js`, reason: "left over" },
  ]);
});

test("--check fails with the stale files and the command that mends them, and writes nothing", () => {
  const args = ["node_modules/tsx/dist/cli.mjs", "scripts/codegen/main.ts", "--root", root];
  const check = spawnSync(process.execPath, [...args, "--check"], { cwd: REPOSITORY, encoding: "utf8" });
  expect(check.status).toBe(1);
  expect(check.stderr).toContain("packages/models/src/generated/index.d.ts (missing)");
  expect(check.stderr).toContain("pnpm codegen");
  expect(() => readFileSync(join(root, "packages/models/src/generated/index.d.ts"))).toThrow();
  expect(spawnSync(process.execPath, args, { cwd: REPOSITORY }).status).toBe(0);
  expect(spawnSync(process.execPath, [...args, "--check"], { cwd: REPOSITORY }).status).toBe(0);
});

test("generated modules can be imported by Node as they are", async () => {
  write(root, await generate(readSchemas(root)));
  const script = `
    const { validator } = await import("./packages/models/src/generated/models/openai/gpt-image-2/edit.js");
    const { loadModel } = await import("./packages/models/src/generated/load.js");
    const { models } = await import("./packages/models/src/generated/index.js");
    console.log(JSON.stringify([validator.validate({}).issues.length, models.length, (await loadModel("constructor")) === undefined]));`;
  writeFileSync(join(root, "package.json"), '{"type": "module"}');
  const output = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
    cwd: root,
    encoding: "utf8",
  });
  expect(JSON.parse(output)).toEqual([2, 3, true]);
});

test.each<[string, (model: ModelFile) => void, string]>([
  [
    "an id that is not its path",
    (m) => {
      m.model_id = "openai/other";
    },
    `${EDIT}#/model_id: is "openai/other"`,
  ],
  [
    "a required field that is missing",
    (m) => {
      m.input_schema.required?.push("nothing");
    },
    '/input_schema/required: names "nothing"',
  ],
  [
    "a default on a required field",
    (m) => {
      (m.input_schema.properties.prompt ?? {}).default = "x";
    },
    "/input_schema/properties/prompt/default",
  ],
  [
    "an array without items",
    (m) => {
      delete m.input_schema.properties.images?.items;
    },
    "/input_schema/properties/images: an array needs items",
  ],
  [
    "an example that the schema refuses",
    (m) => {
      m.examples = [{ title: "x", input: { prompt: "x", images: [] } }];
    },
    '/examples/0/input/images: breaks the input schema\'s rule "minItems"',
  ],
  [
    "an unknown key",
    (m) => {
      Object.assign(m, { colour: 1 });
    },
    "must NOT have additional properties",
  ],
])("%s is an error that names file and pointer", async (_, change, message) => {
  edit(EDIT, change);
  await expect((async () => generate(readSchemas(root)))()).rejects.toThrow(message);
});

test("a file that is no JSON, and two ids that become one, are errors that name the file", () => {
  const twin = join(root, "schemas/models/openai/gpt_image_2/edit.json");
  mkdirSync(dirname(twin), { recursive: true });
  writeFileSync(
    twin,
    readFileSync(join(root, EDIT), "utf8").replaceAll("openai/gpt-image-2/edit", "openai/gpt_image_2/edit"),
  );
  expect(() => readSchemas(root)).toThrow(/collides with "openai\/gpt-image-2\/edit" as OpenaiGptImage2Edit/);
  writeFileSync(twin, "{");
  expect(() => readSchemas(root)).toThrow(/^schemas\/models\/openai\/gpt_image_2\/edit\.json: /);
});

test("schema text cannot leave the comment or the literal that it stands in", async () => {
  const evil = `*/ globalThis.pwned = true; /* \`\${globalThis.pwned = true}\` </script> \u2028 \\`;
  edit(EDIT, (model) => {
    model.description = evil;
    const { prompt } = model.input_schema.properties;
    if (prompt) prompt.description = evil;
  });
  const generated = await generate(readSchemas(root));
  write(root, generated);
  writeFileSync(join(root, "package.json"), '{"type": "module"}');
  const script = `
    const { inputSchema, metadata } = await import("./packages/models/src/generated/models/openai/gpt-image-2/edit.js");
    console.log(JSON.stringify([inputSchema.properties.prompt.description, metadata.description, globalThis.pwned ?? null]));`;
  const output = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
    cwd: root,
    encoding: "utf8",
  });
  expect(JSON.parse(output)).toEqual([evil, evil, null]);
  const types = generated.files.get("packages/models/src/generated/index.d.ts") ?? "";
  expect(types).not.toContain("*/ globalThis");
});

test("a key named __proto__ stays a key", () => {
  const value = JSON.parse('{"__proto__": {"x": 1}}');
  const read = new Function(`return ${toJs(value)}`)();
  expect(Object.keys(read)).toEqual(["__proto__"]);
});

test("a doc comment says meaning, limits, what is derived, and the default", () => {
  expect(
    fieldDoc({
      type: "array",
      description: "Pictures.",
      items: { type: "string", format: "image_uri" },
      minItems: 1,
      maxItems: 10,
    }),
  ).toBe("Pictures.\n\n1 to 10 items; images: URL, data URI or file.");
  expect(fieldDoc({ type: "integer", title: "Seed", minimum: 0, default: 0 })).toBe(
    "Seed\n\nAt least 0.\n\n@default 0",
  );
});
