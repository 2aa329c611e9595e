import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { COFFEE, cleanUp, REPOSITORY, type Served, serve, spawnProgram, temporaryFolder } from "./harness.js";

const README = readFileSync(join(REPOSITORY, "README.md"), "utf8");
const blocks = (language: string) =>
  [...README.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g"))].map(
    ([, code = ""]) => code,
  );

let served: Served;
let folder: string;
beforeAll(async () => {
  served = await serve(temporaryFolder());
  folder = temporaryFolder();
  cpSync(COFFEE, join(folder, "photo.png"));
  mkdirSync(join(folder, "node_modules/@model-api"), { recursive: true });
  for (const name of ["node", "client", "models"]) {
    symlinkSync(join(REPOSITORY, "packages", name), join(folder, "node_modules/@model-api", name));
  }
  symlinkSync(join(REPOSITORY, "node_modules/@types"), join(folder, "node_modules/@types"));
  writeFileSync(join(folder, "package.json"), '{"type": "module"}');
});
afterAll(cleanUp);

test("the TypeScript example compiles in strict mode, runs, and leaves a picture", async () => {
  const [code = "", ...more] = blocks("ts");
  expect(more).toEqual([]);
  writeFileSync(join(folder, "example.ts"), code);
  const tsc = join(REPOSITORY, "node_modules/typescript/bin/tsc");
  const flags = ["--strict", "--module", "nodenext", "--target", "es2022", "--types", "node"];
  const compiled = await spawnProgram(process.execPath, [tsc, ...flags, "example.ts"], {}, folder).exit;
  expect([compiled.stdout, compiled.code]).toEqual(["", 0]);
  const ran = await spawnProgram(process.execPath, ["example.js"], served.env, folder).exit;
  expect(ran.stderr).toMatch(/completed\n$/);
  expect(ran.stdout.trim()).toBe(join(folder, "out/output.png"));
  expect(readFileSync(ran.stdout.trim()).subarray(1, 4).toString()).toBe("PNG");
});

test("the terminal examples do what they say", async () => {
  const [, setUp = "", use = ""] = blocks("sh");
  const alias = /alias model-api="(.*?)"/.exec(setUp)?.[1]?.replace("$PWD", REPOSITORY) ?? "";
  const script = `shopt -s expand_aliases\nset -e\nalias model-api="${alias}"\n${use}`;
  const { code, stdout, stderr } = await spawnProgram("bash", ["-c", script], served.env, folder).exit;
  expect(stderr).not.toContain("error");
  expect(code).toBe(0);
  expect(stdout).toContain("--aspect-ratio");
  expect(stdout.trim().split("\n").at(-1)).toMatch(/gpt-image-2-edit-\S{8}\.png$/);
});
