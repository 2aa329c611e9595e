import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, expect, test } from "vitest";
import { REPOSITORY } from "../harness.js";
import { readRecipes, removeApplication, writeApplication } from "./recipes.js";

const recipes = readRecipes();
const folder = writeApplication(Object.fromEntries(recipes));
afterAll(() => removeApplication(folder));

test("the page has a recipe for each framework", () => {
  expect([...recipes.keys()].sort()).toEqual([
    "app/api/model-api/[...path]/route.ts",
    "app/routes/api.model-api.$.js",
    "bun.js",
    "deno.js",
    "express.ts",
    "hono.ts",
    "lib/model-api.ts",
    "node.ts",
    "pages/api/model-api/[...path].ts",
    "server/routes/api/model-api/[...].js",
    "src/routes/api/model-api/[...path]/+server.js",
    "webhooks.ts",
    "worker.ts",
  ]);
});

test("each TypeScript of the page compiles in strict mode, against what is published", () => {
  const files = [...recipes.keys()].filter((path) => path.endsWith(".ts"));
  const program = ts.createProgram(
    files.map((path) => join(folder, path)),
    {
      strict: true,
      noEmit: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      // As frameworks resolve: with or without an ending.
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      types: ["node"],
    },
  );
  const problems = ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText);
  expect(problems).toEqual([]);
});

test("the JavaScript of the page imports what is there, or what the framework gives", () => {
  const scripts = [...recipes].filter(([path]) => path.endsWith(".js"));
  for (const [path, code] of scripts) {
    const [, from = ""] = /import \{ modelApi \} from "(.*)";/.exec(code) ?? [];
    const found = from.startsWith("$lib/")
      ? join(folder, "lib", from.slice(5))
      : join(folder, path, "..", from);
    expect(existsSync(found.replace(/\.js$/, ".ts")), `${path}: ${from}`).toBe(true);
    const { diagnostics } = ts.transpileModule(code, { reportDiagnostics: true });
    expect(diagnostics).toEqual([]);
  }
});

test("what the page says of the client's own answers is in the page on errors", () => {
  const page = readFileSync(join(REPOSITORY, "docs/proxy.md"), "utf8");
  const errors = readFileSync(join(REPOSITORY, "docs/errors.md"), "utf8");
  const named = new Set([...page.matchAll(/`(\w+Error)`/g)].map(([, name = ""]) => name));
  named.delete("WebhookError");
  expect(named.size).toBeGreaterThan(4);
  for (const name of named) expect(errors).toContain(`\`${name}\``);
});
