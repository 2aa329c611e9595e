import { chmodSync, copyFileSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transform } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  CLI,
  COFFEE,
  cleanUp,
  REPOSITORY,
  type Served,
  serve,
  spawnProgram,
  temporaryFolder,
} from "../harness.js";
import { allBlocks, type PageBlock, placeOf } from "./blocks.js";

/** Blocks whose fence says what they print: `run="…"`, a regular expression. */
const BLOCKS = allBlocks().filter(({ notes }) => notes.run !== undefined);

let served: Served;
/** One folder a page, which its blocks share. */
const folders = new Map<string, string>();
beforeAll(async () => {
  served = await serve(temporaryFolder());
});
afterAll(cleanUp);

test("there are blocks that are run", () => {
  expect(BLOCKS.length).toBeGreaterThan(10);
});

test.each(BLOCKS.map((block) => [placeOf(block), block] as const))(
  "%s runs, and prints what its page says",
  async (_, block) => {
    const folder = folderOf(block.page);
    const { code, stdout, stderr } = await run(block, folder);
    expect([code, stderr.match(/^.*error.*$/gim)], stderr).toEqual([0, null]);
    expect(stdout).toMatch(new RegExp(block.notes.run ?? "", "m"));
  },
);

/** With a photograph, a table of work, and the packages and the command as they are installed. */
function folderOf(page: string): string {
  const before = folders.get(page);
  if (before) return before;
  const folder = temporaryFolder();
  folders.set(page, folder);
  mkdirSync(join(folder, "bin"));
  symlinkSync(CLI, join(folder, "bin/model-api"));
  chmodSync(CLI, 0o755);
  symlinkSync(join(REPOSITORY, "packages/e2e/node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), '{"type": "module"}');
  copyFileSync(COFFEE, join(folder, "photo.png"));
  writeFileSync(
    join(folder, "shots.csv"),
    "images,prompt\nphoto.png,make it blue\nphoto.png,make it brighter\n",
  );
  return folder;
}

async function run({ language, code, line }: PageBlock, folder: string) {
  const env = {
    ...served.env,
    PATH: `${join(folder, "bin")}:${process.env.PATH}`,
    HOME: folder,
    XDG_STATE_HOME: join(folder, "state"),
  };
  if (language === "sh")
    return await spawnProgram("bash", ["-euo", "pipefail", "-c", code], env, folder).exit;
  const program = `line-${line}.js`;
  const { code: plain } = await transform(code, { loader: "ts", format: "esm" });
  const named = /^\/\/ (\S+)\.ts\n/.exec(code)?.[1];
  writeFileSync(join(folder, named ? `${named}.js` : program), plain);
  return await spawnProgram(process.execPath, [named ? `${named}.js` : program], env, folder).exit;
}
