import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { compileExamples } from "../compile-examples.js";
import { COFFEE, REPOSITORY, spawnProgram } from "../harness.js";
import { closeAfterEach, closeLater, openScene } from "./scene.js";

closeAfterEach();

const readme = readFileSync(join(REPOSITORY, "packages/ai-sdk/README.md"), "utf8");
const examples = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = ""]) => code);

/** Compiles an example in strict mode and runs it beside a photograph, as a user's program. */
async function play(code: string) {
  const { tap, token, submits } = await openScene();
  // Beside this suite, so that it finds the packages as a user's program does.
  const folder = mkdtempSync(join(REPOSITORY, "packages/e2e/.recipes-ai-sdk-"));
  closeLater(async () => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "example.ts"), code);
  writeFileSync(join(folder, "package.json"), '{"type": "module"}');
  copyFileSync(COFFEE, join(folder, "photo.png"));
  const compiled = await compileExamples(folder, "example.ts");
  expect([compiled.stdout, compiled.code]).toEqual(["", 0]);
  const env = { RUNCOMFY_TOKEN: token, RUNCOMFY_MODEL_API_BASE: tap.url };
  const ran = await spawnProgram(process.execPath, ["example.js"], env, folder).exit;
  expect([ran.stderr, ran.code]).toEqual(["", 0]);
  const read = (name: string) => readFileSync(join(folder, name));
  return { ...ran, read, submits: submits(), files: readdirSync(folder) };
}

test("the README has two examples", () => {
  expect(examples).toHaveLength(2);
});

test("the README's first example edits a picture", async () => {
  const { read, stdout, submits } = await play(examples[0] ?? "");
  expect((await sharp(read("hello.png")).metadata()).format).toBe("png");
  expect(stdout).toMatch(/^\[\] \[\n {2}\{\n {4}requestId: '/);
  expect(submits).toHaveLength(1);
});

test("the README's video is started, kept and fetched", async () => {
  const { read, submits, files } = await play(examples[1] ?? "");
  expect(files).toContain("operation.json");
  expect(read("wave.mp4").subarray(4, 8).toString()).toBe("ftyp");
  expect(submits).toHaveLength(1);
});
