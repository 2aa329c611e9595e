import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  fieldDoc,
  filePath,
  findStale,
  idOfPath,
  type ModelFile,
  toJs,
  typeName,
  typeNames,
  write,
} from "@model-api/codegen";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Cache } from "./cache.js";
import { generate } from "./generate.js";
import { readSchemas } from "./read-schemas.js";

const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));
const EDIT = "schemas/models/openai/gpt-image-2/edit.json";
type Words = Record<string, unknown>;
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
  ["kling/kling-3.0/4k/image-to-video", "KlingKling304KImageToVideo"],
  ["3d-vendor/x", "Model3DVendorX"],
])("the type of %s is %s", (id, name) => {
  expect(typeName(id)).toBe(name);
});

test("ids that would share a type name get names of their own, whatever else the catalog holds", () => {
  const ids = ["a/b-2.5", "a/b-25", "a/b_25", "a/b/25", "a/B-25", "a/c"];
  const names = typeNames(ids);
  expect(new Set([...names.values()].map((name) => name.toLowerCase())).size).toBe(ids.length);
  expect(names.get("a/c")).toBe("AC");
  expect(names.get("a/b-2.5")).toBe(typeNames(ids.slice(0, 2)).get("a/b-2.5"));
});

test("ids that differ only in case have files that differ on any file system, and a path says its id", () => {
  expect(filePath("a/4K")).toBe("a/4~k");
  for (const id of ["a/4K", "a/4k", "Acme/ABC/x.Y"]) expect(idOfPath(filePath(id))).toBe(id);
});

test("what is generated twice is the same, and writing it twice changes nothing", async () => {
  const first = await generate(readSchemas(root), new Cache(root, false));
  expect(write(root, first)).toHaveLength(first.files.size);
  expect(write(root, await generate(readSchemas(root), new Cache(root, false)))).toEqual([]);
});

test("stale files are found: missing, changed, left over, and not in git", async () => {
  const generated = await generate(readSchemas(root), new Cache(root, false));
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
  const args = [
    "--import",
    "tsx",
    "--conditions=@model-api/source",
    "scripts/codegen/main.ts",
    "--root",
    root,
  ];
  const check = spawnSync(process.execPath, [...args, "--check"], { cwd: REPOSITORY, encoding: "utf8" });
  expect(check.status).toBe(1);
  expect(check.stderr).toContain("packages/models/src/generated/index.d.ts (missing)");
  expect(check.stderr).toContain("pnpm codegen");
  expect(() => readFileSync(join(root, "packages/models/src/generated/index.d.ts"))).toThrow();
  expect(spawnSync(process.execPath, args, { cwd: REPOSITORY }).status).toBe(0);
  expect(spawnSync(process.execPath, [...args, "--check"], { cwd: REPOSITORY }).status).toBe(0);
}, 90_000);

test("generated modules can be imported by Node as they are", async () => {
  write(root, await generate(readSchemas(root), new Cache(root, false)));
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
  expect(JSON.parse(output)).toEqual([2, expect.any(Number), true]);
});

test.each<[string, (model: ModelFile) => void, string]>([
  [
    "an id that is not its path",
    (m) => {
      m.model_id = "openai/other";
    },
    `${EDIT}#/model_id: is "openai/other", whose file is schemas/models/openai/other.json`,
  ],
  [
    "a type that is none",
    (m) => {
      Object.assign(m.input_schema.properties.prompt ?? {}, { type: "colour" });
    },
    `${EDIT}#/input_schema/properties/prompt/type: "colour" is not a type`,
  ],
  [
    "a reference that leaves the file",
    (m) => {
      Object.assign(m.input_schema.properties, { extra: { $ref: "../../../openapi.yaml#/x" } });
    },
    `${EDIT}#/input_schema/properties/extra/$ref: "../../../openapi.yaml#/x" leaves the schema`,
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
  await expect((async () => generate(readSchemas(root), new Cache(root, false)))()).rejects.toThrow(message);
});

test("a file that is no JSON, or of megabytes, is an error that names it, and nothing is half-written", async () => {
  write(root, await generate(readSchemas(root), new Cache(root, false)));
  for (const [content, message] of [
    ["{", /edit\.json: /],
    [`"${"x".repeat(5 * 2 ** 20)}"`, /edit\.json: has 5242882 bytes/],
  ] as const) {
    writeFileSync(join(root, EDIT), content);
    expect(() => readSchemas(root)).toThrow(message);
    const args = [
      "--import",
      "tsx",
      "--conditions=@model-api/source",
      "scripts/codegen/main.ts",
      "--root",
      root,
    ];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: REPOSITORY, encoding: "utf8" });
    expect([status, stderr.includes("openai/gpt-image-2/edit.json")]).toEqual([1, true]);
  }
  cpSync(join(REPOSITORY, EDIT), join(root, EDIT));
  expect(findStale(root, await generate(readSchemas(root), new Cache(root, false)))).toEqual([]);
});

test("ids that share a type name, that differ only in case, or that begin another, live side by side", async () => {
  const base = JSON.parse(readFileSync(join(root, EDIT), "utf8")) as ModelFile;
  const ids = ["acme/x-1.5/edit", "acme/x-15/edit", "acme/X/4K", "acme/x/4k", "acme/x/4k/draft"];
  for (const id of ids) {
    const file = join(root, "schemas/models", `${filePath(id)}.json`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ ...base, model_id: id }));
  }
  mkdirSync(join(root, "packages/models"), { recursive: true });
  cpSync(join(REPOSITORY, "packages/models/package.json"), join(root, "packages/models/package.json"));
  const generated = await generate(readSchemas(root), new Cache(root, false));
  const paths = [...generated.files.keys()].map((path) => path.toLowerCase());
  expect(new Set(paths).size).toBe(paths.length);
  write(root, generated);
  writeFileSync(
    join(root, "main.ts"),
    `import type { ModelInputs } from "@model-api/models";
     import { validator } from "@model-api/models/acme/X/4K";
     import type { ${typeNames(ids).get("acme/x-1.5/edit")}Input } from "@model-api/models";
     export const input: ModelInputs["acme/X/4K"] = { prompt: "x", images: [] };
     export const same: ${typeNames(ids).get("acme/x-1.5/edit")}Input = input;
     void validator;`,
  );
  mkdirSync(join(root, "node_modules/@model-api"), { recursive: true });
  symlinkSync(join(root, "packages/models"), join(root, "node_modules/@model-api/models"));
  const tsc = join(REPOSITORY, "node_modules/typescript/bin/tsc");
  const flags = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2022", "--lib", "es2022,dom"];
  const { stdout } = spawnSync(process.execPath, [tsc, ...flags, "main.ts"], { cwd: root, encoding: "utf8" });
  expect(stdout).toBe("");
  const script =
    'const { metadata } = await import("@model-api/models/acme/X/4K"); console.log(metadata.model_id);';
  const output = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
    cwd: root,
    encoding: "utf8",
  });
  expect(output.trim()).toBe("acme/X/4K");
});

test("awkward schemas become types that compile and validators that hold", async () => {
  const size = {
    type: "object",
    title: "Size",
    properties: { width: { type: "int" }, height: { type: "float" } },
    required: ["width"],
  };
  const input_schema = {
    $defs: { size },
    required: ["2d-mode", "sizes"],
    properties: {
      "2d-mode": { type: "bool", description: "Ends a comment: */ and starts `code`." },
      "with space": { type: "string" },
      sizes: { type: "array", items: { $ref: "#/$defs/size" }, minItems: 1, maxItems: 3 },
      canvas: { $ref: "#/$defs/size" },
      mood: { type: "string", nullable: true },
      either: { oneOf: [{ type: "integer" }, { type: "string", enum: ["auto"] }] },
      anything: { type: "array" },
      options: { type: "object" },
      long: { type: "string", enum: Array.from({ length: 3000 }, (_, i) => `value-${i}`) },
      pair: { const: { a: 1 } },
    },
  };
  const base = JSON.parse(readFileSync(join(root, EDIT), "utf8"));
  const file = join(root, "schemas/models/acme/awkward.json");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ ...base, model_id: "acme/awkward", input_schema, examples: [] }));
  write(root, await generate(readSchemas(root), new Cache(root, false)));
  mkdirSync(join(root, "node_modules/@model-api"), { recursive: true });
  cpSync(join(REPOSITORY, "packages/models/package.json"), join(root, "packages/models/package.json"));
  symlinkSync(join(root, "packages/models"), join(root, "node_modules/@model-api/models"));
  writeFileSync(
    join(root, "main.ts"),
    `import type { ModelInputs } from "@model-api/models";
     type Input = ModelInputs["acme/awkward"];
     export const good: Input = {
       "2d-mode": true, "with space": "x", sizes: [{ width: 1, height: 0.5 }], canvas: { width: 2 }, mood: null,
       either: "auto", anything: [1, "x"], options: { any: 1 }, long: "value-2999",
     };
     // Arrays stay arrays, whatever their limits.
     export const many: Input["sizes"] = good.sizes.concat(good.sizes);
     // @ts-expect-error a value that the enum has not
     export const bad: Input = { ...good, long: "value-3000" };
     // @ts-expect-error width is required, at every depth
     export const deep: Input = { ...good, canvas: { height: 1 } };`,
  );
  const tsc = join(REPOSITORY, "node_modules/typescript/bin/tsc");
  const flags = [
    "--noEmit",
    "--strict",
    "--exactOptionalPropertyTypes",
    "--module",
    "nodenext",
    "--target",
    "es2022",
    "--lib",
    "es2022,dom",
  ];
  expect(
    spawnSync(process.execPath, [tsc, ...flags, "main.ts"], { cwd: root, encoding: "utf8" }).stdout,
  ).toBe("");
  expect(
    readFileSync(join(root, "packages/models/src/generated/models/acme/awkward.d.ts"), "utf8"),
  ).not.toMatch(/interface \w*Size\d*/);

  const { validator } = await import(join(root, "packages/models/src/generated/models/acme/awkward.js"));
  const good = { "2d-mode": true, sizes: [{ width: 1 }], pair: { a: 1 } };
  const pathOf = (more: object) => validator.validate({ ...good, ...more }).issues?.[0].path.join("/");
  expect(pathOf({ mood: null, either: 3, options: { any: 1 }, long: "value-7" })).toBeUndefined();
  expect(pathOf({ canvas: { width: 1.5 } })).toBe("canvas/width");
  expect(pathOf({ sizes: [{ width: 1 }, { height: 1 }] })).toBe("sizes/1/width");
  expect(pathOf({ either: "other" })).toBe("either");
  expect(pathOf({ long: "value-x" })).toBe("long");
  expect(pathOf({ pair: { a: 2 } })).toBe("pair");
  expect(pathOf({ "2d-mode": "yes" })).toBe("2d-mode");
});

test("a translation of a model or a field that is not there is an error", () => {
  const file = join(root, "schemas/locales/ru.json");
  const locale = JSON.parse(readFileSync(file, "utf8"));
  locale.models["openai/gpt-image-2/edit"].fields.promt = { title: "x" };
  writeFileSync(file, JSON.stringify(locale));
  expect(() => readSchemas(root)).toThrow(
    "schemas/locales/ru.json#/models/openai~1gpt-image-2~1edit/fields/promt: the model has no such field",
  );
  writeFileSync(file, JSON.stringify({ models: { "openai/none": {} } }));
  expect(() => readSchemas(root)).toThrow(
    "schemas/locales/ru.json#/models/openai~1none: there is no such model",
  );
});

test.each([
  ["a key is missing", (words: Words) => delete words["nav.models"], "/console/nav.models: is missing"],
  [
    "a key is left over",
    (words: Words) => Object.assign(words, { "nav.old": "x" }),
    "/console/nav.old: is not a key of en.json",
  ],
  [
    "a placeholder is another one",
    (words: Words) => Object.assign(words, { "keys.made": "Ключ «{nmae}» создан" }),
    "/console/keys.made: must have the placeholders {name}; has {nmae}",
  ],
  [
    "a plural form of the language is missing",
    (words: Words) => delete (words["models.count"] as Record<string, string>).few,
    "/console/models.count: must have the plural forms few, many, one, other; has many, one, other",
  ],
  [
    "a text is empty",
    (words: Words) => Object.assign(words, { "nav.models": " " }),
    "/console/nav.models: is empty",
  ],
])("a language in which %s is an error", (_, spoil, message) => {
  const file = join(root, "schemas/locales/ru.json");
  const locale = JSON.parse(readFileSync(file, "utf8"));
  spoil(locale.console);
  writeFileSync(file, JSON.stringify(locale));
  expect(() => readSchemas(root)).toThrow(`schemas/locales/ru.json#${message}`);
});

test("schema text cannot leave the comment or the literal that it stands in", async () => {
  const evil = `*/ globalThis.pwned = true; /* \`\${globalThis.pwned = true}\` </script> \u2028 \\`;
  edit(EDIT, (model) => {
    model.description = evil;
    const { prompt } = model.input_schema.properties;
    if (prompt) prompt.description = evil;
  });
  const generated = await generate(readSchemas(root), new Cache(root, false));
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
