import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { COFFEE, call, cleanUp, EDIT, REPOSITORY, serve, spawnProgram, temporaryFolder } from "./harness.js";

afterEach(cleanUp);

const PACKAGES = ["models", "client", "node", "server", "cli"];

/** The repository's packages as they are built, in another folder, where they find each other and not the originals. */
function copyWorkspace(): string {
  const root = temporaryFolder();
  cpSync(join(REPOSITORY, "schemas"), join(root, "schemas"), { recursive: true });
  for (const name of PACKAGES) {
    const [from, to] = [join(REPOSITORY, "packages", name), join(root, "packages", name)];
    cpSync(from, to, { recursive: true, filter: (path) => !/[\\/](node_modules|\.turbo)$/.test(path) });
    linkModules(join(from, "node_modules"), join(to, "node_modules"), root);
  }
  return root;
}

function linkModules(from: string, to: string, root: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from).filter((name) => !name.startsWith("."))) {
    if (entry === "@model-api") {
      mkdirSync(join(to, entry));
      for (const name of readdirSync(join(from, entry)))
        symlinkSync(join(root, "packages", name), join(to, entry, name));
    } else if (entry.startsWith("@")) linkModules(join(from, entry), join(to, entry), root);
    else symlinkSync(realpathSync(join(from, entry)), join(to, entry));
  }
}

test("an enum value and a field that a schema gains are in the types, the validator, the help and the server's answer, with no other edit", async () => {
  const root = copyWorkspace();
  const cli = join(root, "packages/cli/bin/model-api.js");
  const help = async () => (await spawnProgram(process.execPath, [cli, "run", EDIT, "--help"]).exit).stdout;
  expect(await help()).not.toContain("negative");

  const file = join(root, "schemas/models", `${EDIT}.json`);
  const model = JSON.parse(readFileSync(file, "utf8"));
  model.input_schema.properties.resolution.enum.push("8k");
  model.input_schema.properties.negative_prompt = {
    title: "Negative prompt",
    description: "What to leave out.",
    type: "string",
    maxLength: 5,
  };
  writeFileSync(file, JSON.stringify(model));
  execFileSync(
    process.execPath,
    ["--import", "tsx", "--conditions=@model-api/source", "scripts/codegen/main.ts", "--root", root],
    { cwd: REPOSITORY },
  );

  // The help of the built CLI.
  expect(await help()).toMatch(
    /--resolution 1k\|2k\|4k\|8k[\s\S]*--negative-prompt <text>\n\s+What to leave out\. At most 5 characters\./,
  );

  // The types, in strict mode: both are allowed, and both are checked.
  const consumer = join(root, "consumer");
  mkdirSync(join(consumer, "node_modules/@model-api"), { recursive: true });
  symlinkSync(join(root, "packages/models"), join(consumer, "node_modules/@model-api/models"));
  writeFileSync(
    join(consumer, "main.ts"),
    `import type { ModelInputs } from "@model-api/models";
     export const good: ModelInputs["${EDIT}"] = { prompt: "x", images: ["https://a/b"], resolution: "8k", negative_prompt: "y" };
     // @ts-expect-error 16k is not in the enum
     export const badValue: ModelInputs["${EDIT}"] = { prompt: "x", images: [], resolution: "16k" };
     // @ts-expect-error negative_prompt is a string
     export const badType: ModelInputs["${EDIT}"] = { prompt: "x", images: [], negative_prompt: 7 };`,
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
  const check = await spawnProgram(process.execPath, [tsc, ...flags, "main.ts"], {}, consumer).exit;
  expect([check.stdout, check.code]).toEqual(["", 0]);

  // The validator, imported as it is.
  const { validator } = await import(join(root, "packages/models/src/generated/models", `${EDIT}.js`));
  const input = { prompt: "x", images: [`data:image/png;base64,${readFileSync(COFFEE).toString("base64")}`] };
  expect(validator.validate({ ...input, resolution: "8k", negative_prompt: "short" }).issues).toBeUndefined();
  expect(validator.validate({ ...input, negative_prompt: "too long" }).issues).toHaveLength(1);

  // The server's answer.
  const served = await serve(temporaryFolder(), { cli });
  const answer = (extra: object) => call(served, "POST", `/v1/models/${EDIT}`, { ...input, ...extra });
  expect((await answer({ resolution: "8k", negative_prompt: "short" })).status).toBe(200);
  expect((await answer({ negative_prompt: "too long" })).body).toMatchObject({
    error_code: 422,
    detail: [{ path: ["negative_prompt"], message: "must have at most 5 characters; got 8" }],
  });
  expect((await answer({ resolution: "16k" })).body.detail[0]?.allowed).toContain("8k");
  const entry = await call(served, "GET", `/v1/models/${EDIT}`);
  expect(entry.body.input_schema.properties).toHaveProperty("negative_prompt");
});
