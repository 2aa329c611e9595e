import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { REPOSITORY } from "../sync-catalog/flags.js";
import { copyOfSchemas, editModel } from "../sync-catalog/testing/sync.js";

const EDIT = "openai/gpt-image-2/edit";
const HOOKS = join(REPOSITORY, "scripts/pre-commit/hooks");
let root: string;

beforeEach(() => {
  root = copyOfSchemas((id) => id === EDIT);
  for (const file of ["biome.json", ".gitignore"]) cpSync(join(REPOSITORY, file), join(root, file));
  // What codegen notes down lies with what is installed.
  mkdirSync(join(root, "node_modules"));
  codegen();
  git("init", "--quiet");
  git("add", "--all");
  git("commit", "--quiet", "--message", "All of it");
  git("config", "core.hooksPath", HOOKS);
});

/** Without the variables of a commit under way: this suite may itself be run by a hook. */
function run(command: string, args: readonly string[], cwd: string) {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"));
  const who = { GIT_AUTHOR_NAME: "A", GIT_AUTHOR_EMAIL: "a@b.example" };
  const env = {
    ...Object.fromEntries(own),
    ...who,
    GIT_COMMITTER_NAME: "A",
    GIT_COMMITTER_EMAIL: "a@b.example",
    GIT_CONFIG_GLOBAL: join(root, "node_modules/none"),
    GIT_CONFIG_NOSYSTEM: "1",
  };
  return spawnSync(command, args, { cwd, env, encoding: "utf8" });
}

function git(...args: string[]): string {
  const { status, stdout, stderr } = run("git", args, root);
  if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
  return stdout;
}

function codegen(): void {
  const args = [
    "--import",
    "tsx",
    "--conditions=@model-api/source",
    "scripts/codegen/main.ts",
    "--root",
    root,
  ];
  const { status, stderr } = run(process.execPath, args, REPOSITORY);
  if (status !== 0) throw new Error(stderr);
}

function commit(...args: string[]) {
  const before = git("rev-list", "--count", "HEAD");
  const { status, stdout, stderr } = run("git", ["commit", "--message", "Next", ...args], root);
  const isMade = git("rev-list", "--count", "HEAD") !== before;
  expect(isMade).toBe(status === 0);
  return { isMade, told: stdout + stderr };
}

const write = (path: string, text: string) => writeFileSync(join(root, path), text);
const addChoice = () =>
  editModel(root, EDIT, (model) => model.input_schema.properties.quality.enum.push("best"));
const formatted = () =>
  run(
    process.execPath,
    [join(REPOSITORY, "node_modules/@biomejs/biome/bin/biome"), "format", "--write", "schemas"],
    root,
  );

test("what is staged has to be formatted and free of mistakes, and nothing is written", () => {
  const wrong = "const a = {b:1}\nexport {a}\n";
  write("wrong.ts", wrong);
  git("add", "wrong.ts");
  const { isMade, told } = commit();
  expect([isMade, readFileSync(join(root, "wrong.ts"), "utf8")]).toEqual([false, wrong]);
  expect(told).toContain("wrong.ts");
  expect(told).toContain("npm run format");
});

test("what is not staged is not looked at", () => {
  write("wrong.ts", "const a = {b:1}\nexport {a}\n");
  write("right.ts", "export const a = 1;\n");
  addChoice();
  git("add", "right.ts");
  expect(commit()).toMatchObject({ isMade: true });
});

test("files that no tool knows, deletions and a commit without files pass", () => {
  write("note.txt", "a note\n");
  git("rm", "--quiet", "--cached", "biome.json");
  git("add", "note.txt");
  expect(commit()).toMatchObject({ isMade: true });
  expect(commit("--allow-empty")).toMatchObject({ isMade: true });
});

test("a staged schema needs generated code of the same time, all of it staged", () => {
  addChoice();
  formatted();
  git("add", "schemas");
  const stale = commit();
  expect(stale.isMade).toBe(false);
  expect(stale.told).toContain("Run: npm run codegen");

  codegen();
  const apart = commit();
  expect(apart.isMade).toBe(false);
  expect(apart.told).toContain("packages/models/src/generated/models/openai/gpt-image-2/edit.js");

  git("add", "packages");
  expect(commit()).toMatchObject({ isMade: true });
});

test("a commit of some paths is judged by those paths", () => {
  write("wrong.ts", "const a = {b:1}\nexport {a}\n");
  write("right.ts", "export const a = 1;\n");
  git("add", "wrong.ts", "right.ts");
  expect(commit("--", "right.ts")).toMatchObject({ isMade: true });
  expect(commit("--", "wrong.ts")).toMatchObject({ isMade: false });
});
