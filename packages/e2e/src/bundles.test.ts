import { fileURLToPath } from "node:url";
import { models } from "@model-api/models";
import { build } from "esbuild";
import { expect, test } from "vitest";

/** What a browser would load of a program, its names left as they are, so that they can be looked for. */
async function bundle(contents: string): Promise<string> {
  const resolveDir = fileURLToPath(new URL("..", import.meta.url));
  const options = {
    bundle: true,
    format: "esm",
    platform: "browser",
    write: false,
    minifyWhitespace: true,
  } as const;
  const { outputFiles } = await build({ stdin: { contents, resolveDir }, ...options });
  return outputFiles[0]?.text ?? "";
}

const idsIn = (code: string) => models.map((model) => model.model_id).filter((id) => code.includes(id));

test("a program that only runs a model carries none of the catalog: no ids, no schemas, no validators", async () => {
  const code = await bundle(
    `import { createClient } from "@model-api/client"; createClient().run("x/y", {});`,
  );
  // An error message names one id as an example.
  expect(idsIn(code)).toEqual(["openai/gpt-image-2/edit"]);
  for (const name of [
    "display_name",
    "input_schema",
    "createValidator",
    "brokenFileRules",
    "checkInput",
    "nearest",
    "Levenshtein",
  ]) {
    expect(code, name).not.toContain(name);
  }
});

test("a model's validator pulls in that model only, and neither its schema nor its metadata", async () => {
  const code = await bundle(`export { validator } from "@model-api/models/openai/gpt-image-2/edit";`);
  expect(idsIn(code)).toEqual([]);
  for (const name of ["display_name", "x-derived-from", "OPEN STUDIO", "editDistance"])
    expect(code, name).not.toContain(name);
  expect(code).toContain("21:9");
});

test("the table of metadata is one, and brings no schemas", async () => {
  const code = await bundle(`export { models } from "@model-api/models";`);
  expect(idsIn(code)).toHaveLength(models.length);
  for (const name of ["21:9", "createValidator", "minItems"]) expect(code, name).not.toContain(name);
});
