import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { cleanUp, REPOSITORY, spawnProgram, temporaryFolder } from "./harness.js";

afterEach(cleanUp);

const STRICT = ["--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess"];

/** Compiles one file as a consumer of the built packages would; gives what the compiler says. */
async function compile(source: string, flags: readonly string[]): Promise<string> {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "node_modules/@model-api"), { recursive: true });
  for (const name of ["models", "client", "node", "server"]) {
    symlinkSync(join(REPOSITORY, "packages", name), join(folder, "node_modules/@model-api", name));
  }
  writeFileSync(join(folder, "package.json"), '{"type": "module"}');
  writeFileSync(join(folder, "main.ts"), source);
  const base = ["--noEmit", "--target", "es2022", "--lib", "es2022,dom", "--skipLibCheck", "false"];
  const tsc = join(REPOSITORY, "node_modules/typescript/bin/tsc");
  const { stdout } = await spawnProgram(process.execPath, [tsc, ...base, ...flags, "main.ts"], {}, folder)
    .exit;
  return stdout;
}

const MODULES = [
  ["--module", "nodenext"],
  ["--module", "esnext", "--moduleResolution", "bundler"],
];

const FULL = `
import { createClient, files } from "@model-api/client";
const client = createClient({ token: "x" });
const { output } = await client.run("openai/gpt-image-2/edit", { prompt: "x", images: ["https://a/b.png"] });
export const urls: string[] = files(output).map((file) => file.url);
// @ts-expect-error the id is misspelt
client.run("openai/gpt-image-2/edti", { prompt: "x", images: [] });
`;

const LEAN = `
import { createClient, untyped } from "@model-api/client/lean";
const client = createClient();
// @ts-expect-error the lean registry starts empty
client.run("openai/gpt-image-2/edit", { prompt: "x", images: [] });
client.run(untyped("openai/gpt-image-2/edit"), { anything: 1 });
`;

const ONE = `
import { createClient } from "@model-api/client/lean";
import type {} from "@model-api/models/openai/gpt-image-2/edit";
const client = createClient();
client.run("openai/gpt-image-2/edit", { prompt: "x", images: [] });
// @ts-expect-error another model has not been imported
client.run("openai/gpt-image-2/text-to-image", { prompt: "x" });
`;

const OWN = `
import { createClient } from "@model-api/client";
declare module "@model-api/models/lean" {
  interface ModelInputs { "acme/private/edit": { image: string } }
}
const client = createClient();
client.run("acme/private/edit", { image: "https://a/b.png" });
// @ts-expect-error the field is misspelt
client.run("acme/private/edit", { imgae: "https://a/b.png" });
`;

const BOTH = `
import { createClient } from "@model-api/client";
import { validator } from "@model-api/models/openai/gpt-image-2/edit";
const result = validator.validate({});
if (!result.issues) createClient().run("openai/gpt-image-2/edit", result.value);
`;

test.each([
  ["the full registry knows every model", FULL],
  ["the lean entry knows none", LEAN],
  ["importing one model fills it with that one", ONE],
  ["declaration merging adds a model of one's own", OWN],
  ["the full registry and a single model agree", BOTH],
])("built types: %s", async (_, source) => {
  for (const flags of MODULES) {
    expect(await compile(source, [...flags, ...STRICT]), flags.join(" ")).toBe("");
  }
});

test("built types compile in a lax consumer", async () => {
  expect(
    await compile(FULL.replace(/\/\/ @ts-expect-error.*\n.*\n/, ""), [
      "--module",
      "nodenext",
      "--strict",
      "false",
    ]),
  ).toBe("");
});
