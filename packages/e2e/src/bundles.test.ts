import { fileURLToPath } from "node:url";
import { models } from "@model-api/models";
import { build } from "esbuild";
import { expect, test } from "vitest";

/** What a browser loads of a program before it does anything, its names left as they are, so that they can be looked for. */
async function bundle(contents: string): Promise<string> {
  const resolveDir = fileURLToPath(new URL("..", import.meta.url));
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir },
    bundle: true,
    splitting: true,
    outdir: "out",
    format: "esm",
    platform: "browser",
    write: false,
    metafile: true,
    minifyWhitespace: true,
  });
  const loaded = new Set<string>();
  const load = (path: string) => {
    if (loaded.has(path)) return;
    loaded.add(path);
    for (const { path: next, kind } of metafile.outputs[path]?.imports ?? [])
      if (kind === "import-statement") load(next);
  };
  load("out/stdin.js");
  const codeOf = (path: string) => outputFiles.find((file) => file.path.endsWith(path))?.text ?? "";
  return [...loaded].map(codeOf).join("\n");
}

const idsIn = (code: string) => models.map((model) => model.model_id).filter((id) => code.includes(id));

test("a program that only runs a model carries none of the catalog: no ids, no schemas, no validators", async () => {
  const code = await bundle(
    `import { createClient } from "@model-api/client"; createClient().run("x/y", {});`,
  );
  // An error message names one id as an example.
  expect(idsIn(code)).toEqual(["openai/gpt-image-2/edit"]);
  expect(code).toContain("idempotency-key");
  for (const name of [
    "node:",
    "Ajv",
    "x-file-rules",
    "base64",
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

test.each(["proxy", "proxy/node", "proxy/next-pages", "webhooks"])(
  "%s needs nothing of Node and nothing of the catalog, and does not carry the client",
  async (entry) => {
    // For browsers, a built-in of Node would not resolve.
    const code = await bundle(`export * from "@model-api/client/${entry}";`);
    expect(idsIn(code)).toEqual([]);
    expect(code).not.toMatch(/node:|\brequire\(|\bBuffer\b|\bprocess\.|createClient|SubmissionUnknown/);
    expect(code.length).toBeGreaterThan(1000);
  },
);
