import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cleanUp, listen, REPOSITORY, runCli, serve, spawnProgram, temporaryFolder } from "./harness.js";

/** A private model as a vendor would publish it, quirks included. */
const ENTRY = {
  model_id: "acme/private/edit",
  display_name: "Acme Edit",
  input_schema: {
    required: ["image"],
    properties: {
      image: { title: "Image", type: "array", format: "image_uris", maxItems: 2 },
      strength: { title: "Strength", type: "float", minimum: 0, maximum: 1, default: "0.5" },
      style: { title: "Style", type: "string", enum: ["plain", "bold"] },
      mask: {
        title: "Mask",
        anyOf: [{ type: "string", format: "image_uri" }, { type: "null" }],
        default: null,
      },
      tuning: { title: "Tuning" },
    },
  },
};

let project: string;
beforeEach(() => {
  project = temporaryFolder();
  mkdirSync(join(project, "node_modules/@model-api"), { recursive: true });
  for (const name of ["models", "client", "codegen"]) {
    symlinkSync(join(REPOSITORY, "packages", name), join(project, "node_modules/@model-api", name));
  }
  writeFileSync(join(project, "package.json"), '{"type": "module"}');
  writeFileSync(join(project, "acme.json"), JSON.stringify(ENTRY));
});
afterEach(cleanUp);

const types = (...args: string[]) => runCli(["types", ...args], {}, project);

function compile(source: string) {
  writeFileSync(join(project, "main.ts"), source);
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
  return spawnProgram(process.execPath, [tsc, ...flags, "main.ts"], {}, project).exit;
}

test("a model of one's own: added from a file, typed, validated, synced, and checked for drift", async () => {
  const added = await types("add", "acme.json");
  expect([added.code, added.stdout]).toEqual([0, expect.stringContaining("types: 1 model in model-api")]);

  const typed = await compile(`
    import { createClient } from "@model-api/client";
    import "./model-api/index.js";
    import { validator } from "./model-api/models/acme/private/edit.js";
    const client = createClient();
    client.run("acme/private/edit", { image: ["https://a/b"], strength: 0.2, style: "bold" });
    client.run("acme/private/edit", { image: [], mask: null, tuning: 3 });
    client.run("acme/private/edit", { image: [], mask: new Blob([]), tuning: ["a", null] });
    // @ts-expect-error a mask is a file or null
    client.run("acme/private/edit", { image: [], mask: 7 });
    // @ts-expect-error a style that is not in the enum
    client.run("acme/private/edit", { image: [], style: "loud" });
    // @ts-expect-error the catalog's own models are still there, and still checked
    client.run("openai/gpt-image-2/edit", { prompt: 7, images: [] });
    const result = validator.validate({});
    if (!result.issues) client.run("acme/private/edit", result.value);`);
  expect([typed.stdout, typed.code]).toEqual(["", 0]);

  const script = `const { validator } = await import("./model-api/models/acme/private/edit.js");
    console.log(validator.validate({ image: ["x"], strength: 2 }).issues.map((issue) => issue.path.join(".") + " " + issue.message).join("; "));`;
  const ran = await spawnProgram(process.execPath, ["--input-type=module", "-e", script], {}, project).exit;
  expect(ran.stdout).toContain("image.0 must be an http(s) URL or a data URI");
  expect(ran.stdout).toContain("strength must be <= 1; got 2");

  expect((await types("check")).code).toBe(0);
  const changed = structuredClone(ENTRY);
  changed.input_schema.properties.style.enum.push("loud");
  writeFileSync(join(project, "acme.json"), JSON.stringify(changed));
  const drifted = await types("check");
  expect(drifted.code).toBe(1);
  expect(drifted.stderr).toMatch(
    /model-api\/models\/acme\/private\/edit\.d\.ts \(changed\)[\s\S]*Run: model-api types sync/,
  );
  expect((await types("sync")).code).toBe(0);
  expect((await types("check")).code).toBe(0);
  expect(readFileSync(join(project, "model-api/models/acme/private/edit.d.ts"), "utf8")).toContain(
    '"plain" | "bold" | "loud"',
  );
});

test("a model is added by its id from the server in use, and by URL; both stay when a third one comes", async () => {
  const served = await serve(temporaryFolder());
  const host = await listen((_, response) =>
    response.end(JSON.stringify({ ...ENTRY, model_id: "acme/other/edit" })),
  );
  const add = (source: string) => runCli(["types", "add", source], served.env, project);
  expect((await add("openai/gpt-image-2/text-to-image")).code).toBe(0);
  expect((await add(`${host.url}/model`)).code).toBe(0);
  expect((await add("acme.json")).stdout).toContain("types: 3 models");
});

test.each<[string, string, object | string, string]>([
  ["a file that is no JSON", "bad.json", "{", "bad.json is not JSON"],
  [
    "a schema that cannot be understood",
    "bad.json",
    { ...ENTRY, input_schema: { properties: { a: { type: "colour" } } } },
    'bad.json#/input_schema/properties/a/type: "colour" is not a type',
  ],
  ["an id that is none", "bad.json", { ...ENTRY, model_id: "../../x" }, "is not a model id"],
  ["no schema at all", "bad.json", { model_id: "acme/x" }, "bad.json#/input_schema: is missing"],
])("%s is bad input, and nothing is written", async (_, file, content, says) => {
  writeFileSync(join(project, file), typeof content === "string" ? content : JSON.stringify(content));
  const { code, stderr } = await types("add", file);
  expect(stderr).toContain(says);
  expect(stderr).not.toContain("    at ");
  expect(code).toBe(65);
  expect(() => readFileSync(join(project, "model-api/model-api.json"))).toThrow();
});

test("without the package in the project, it says how to get it", async () => {
  const { code, stderr } = await runCli(["types", "check"], {}, temporaryFolder());
  expect([code, stderr]).toEqual([64, expect.stringContaining("npm install --save-dev @model-api/codegen")]);
});
