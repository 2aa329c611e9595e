import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Clone } from "./clone.js";
import type { LocalRegistry } from "./registry.js";
import { publish, version } from "./release.js";
import { ROOT, shell } from "./shell.js";

const MODEL = "openai/gpt-image-2/edit";
const FIELD = "studio_light";

/** What a consumer writes as soon as the vendor has announced the field. */
const PROGRAM = `import { createClient } from "@model-api/client";
await createClient().run("${MODEL}", { prompt: "x", images: [], ${FIELD}: "soft" });
`;

/**
 * A schema edit from end to end: a model gets a field; code, changeset, version and package follow without anybody writing
 * them; a consumer of before upgrades, and the compiler, which refused the field, knows it.
 */
export async function releaseSchemaEdit(
  clone: Clone,
  registry: LocalRegistry,
  consumer: string,
  say: (text: string) => void,
): Promise<void> {
  mkdirSync(consumer);
  writeFileSync(join(consumer, "package.json"), '{"private": true, "type": "module"}');
  writeFileSync(join(consumer, ".npmrc"), `@model-api:registry=${registry.url}/\n`);
  writeFileSync(join(consumer, "program.ts"), PROGRAM);
  npm(consumer, ["install", "@model-api/client"]);
  const before = installed(consumer);
  const refusal = compile(consumer);
  if (!refusal.includes(`'${FIELD}' does not exist`))
    throw new Error(`The field was known before: ${refusal}`);
  say(`A consumer of models@${before}: the compiler refuses ${FIELD}`);

  const base = clone.run("git", ["rev-parse", "HEAD"]).trim();
  addField(join(clone.folder, "schemas/models", `${MODEL}.json`));
  clone.script("scripts/codegen/main.ts", []);
  clone.script("scripts/schema-diff/main.ts", ["--base", base, "--write"]);
  clone.script("scripts/schema-diff/main.ts", ["--base", base, "--check"]);
  clone.run("git", ["add", "--all"]);
  clone.run("git", ["commit", "--quiet", "--no-verify", "--message", "A model has a new field"]);
  const released = version(clone);
  await publish(clone, registry, released);
  say(`The edit released: ${released.map((each) => `${each.name}@${each.version}`).join(", ")}`);

  npm(consumer, ["install", "@model-api/client@latest", "@model-api/models@latest"]);
  const after = installed(consumer);
  if (after === before) throw new Error(`The consumer still has models@${before}.`);
  const complaint = compile(consumer);
  if (complaint !== "") throw new Error(`After the upgrade to models@${after}: ${complaint}`);
  say(`The consumer upgrades to models@${after}: the compiler takes ${FIELD}`);
}

/** As a person would, or the sync with the live catalog. */
function addField(file: string): void {
  const model = JSON.parse(readFileSync(file, "utf8"));
  model.input_schema.properties[FIELD] = {
    type: "string",
    title: "Studio light",
    description: "How hard the light is.",
    enum: ["soft", "hard"],
  };
  writeFileSync(file, `${JSON.stringify(model, null, 2)}\n`);
}

function npm(cwd: string, args: readonly string[]): void {
  shell("npm", [...args, "--no-audit", "--no-fund", "--prefer-online", "--loglevel=error"], { cwd });
}

function installed(consumer: string): string {
  const manifest = join(consumer, "node_modules/@model-api/models/package.json");
  return JSON.parse(readFileSync(manifest, "utf8")).version;
}

/** What the compiler says; nothing where it is content. */
function compile(consumer: string): string {
  const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
  const flags = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2022", "--lib", "es2023,dom"];
  try {
    return shell(process.execPath, [tsc, ...flags, "program.ts"], { cwd: consumer });
  } catch (error) {
    return (error as Error).message;
  }
}
