import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { readSchemas } from "./read-schemas.js";

const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));
const root = mkdtempSync(join(tmpdir(), "literals-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** For each model: its example is typed, and every enum takes each of its values and no other. */
function consumer(withMistakes: boolean): string {
  const lines = ['import type { ModelInputs } from "@model-api/models";'];
  for (const [index, { model_id: id, examples, input_schema }] of readSchemas(REPOSITORY).models.entries()) {
    const type = `ModelInputs[${JSON.stringify(id)}]`;
    const [example] = examples ?? [];
    if (example) lines.push(`export const example${index}: ${type} = ${JSON.stringify(example.input)};`);
    for (const [number, [field, schema]] of Object.entries(input_schema.properties).entries()) {
      if (!schema.enum) continue;
      const key = JSON.stringify(field);
      const list = `NonNullable<${type}[${key}]>`;
      lines.push(`export const all${index}_${number}: ${list}[] = ${JSON.stringify(schema.enum)};`);
      const wrong = JSON.stringify(schema.type === "string" ? "no such value" : -12345);
      if (withMistakes)
        lines.push(
          "// @ts-expect-error it is not in the enum",
          `export const wrong${index}_${number}: ${list} = ${wrong};`,
        );
    }
  }
  return lines.join("\n");
}

function compile(source: string, flags: readonly string[]): string {
  mkdirSync(join(root, "node_modules/@model-api"), { recursive: true });
  rmSync(join(root, "node_modules/@model-api/models"), { force: true });
  symlinkSync(join(REPOSITORY, "packages/models"), join(root, "node_modules/@model-api/models"));
  writeFileSync(join(root, "package.json"), '{"type": "module"}');
  writeFileSync(join(root, "main.ts"), source);
  const tsc = join(REPOSITORY, "node_modules/typescript/bin/tsc");
  const base = [
    "--noEmit",
    "--module",
    "nodenext",
    "--target",
    "es2022",
    "--lib",
    "es2022,dom",
    "--skipLibCheck",
    "false",
  ];
  return spawnSync(process.execPath, [tsc, ...base, ...flags, "main.ts"], { cwd: root, encoding: "utf8" })
    .stdout;
}

test("for every model, the types take the example and each value of each enum, and nothing else", () => {
  expect(compile(consumer(true), ["--strict", "--exactOptionalPropertyTypes"])).toBe("");
});

test("the same compiles in a lax consumer", () => {
  expect(compile(consumer(false), ["--strict", "false", "--strictNullChecks", "false"])).toBe("");
});
