import { gzipSync } from "node:zlib";
import { models } from "@model-api/models";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { REPOSITORY } from "../harness.js";

/** What is loaded of a program before it does anything, and what it would load later. */
async function bundle(platform: "browser" | "neutral", conditions: string[]) {
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: 'export * from "@model-api/ai-sdk";',
      resolveDir: `${REPOSITORY}/packages/e2e`,
    },
    bundle: true,
    splitting: true,
    minify: true,
    outdir: "out",
    format: "esm",
    platform,
    conditions,
    mainFields: ["module", "main"],
    tsconfigRaw: {},
    write: false,
    metafile: true,
  });
  const entry = outputFiles.find(({ path }) => path.endsWith("stdin.js"))?.text ?? "";
  return { entry, all: outputFiles.map(({ text }) => text).join("\n"), metafile };
}

test.each([
  ["a browser", "browser", ["browser"]],
  ["workerd", "neutral", ["workerd", "worker"]],
] as const)("a bundle for %s needs nothing of Node", async (_, platform, conditions) => {
  // A built-in of Node would not resolve.
  const { all, metafile } = await bundle(platform, [...conditions]);
  const external = Object.values(metafile.outputs).flatMap(({ imports }) =>
    imports.filter((one) => one.external),
  );
  expect(external).toEqual([]);
  expect(all).not.toMatch(/["']node:|\brequire\(["']|\bBuffer\.|new Function\(|\beval\(/);
  expect(all).toContain("model-api-ai-sdk/");
});

test("the schemas and validators of models are loaded when they are used, one by one", async () => {
  const { entry, all } = await bundle("browser", ["browser"]);
  // The table of ids is there, for telling a misspelt one; what a model takes is not.
  expect(models.filter(({ model_id }) => entry.includes(model_id))).toHaveLength(models.length);
  expect(all).toContain("rendering_speed");
  expect(entry).not.toContain("rendering_speed");
  expect(gzipSync(entry, { level: 9 }).length).toBeLessThan(32_000);
});
