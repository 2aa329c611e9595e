import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Outcome, run } from "./run.js";

const MODEL = "schemas/models/acme/paint/edit.json";
const FIELD = { title: "Size", type: "string", enum: ["1k", "2k"], default: "1k" };
let root: string;

beforeEach(() => {
  // A hook of git's that runs this suite names its own repository to every git below it.
  for (const name of Object.keys(process.env)) if (name.startsWith("GIT_")) vi.stubEnv(name, undefined);
  root = mkdtempSync(join(tmpdir(), "schema-diff-"));
  git("init", "-q", "-b", "main");
  save("packages/models/package.json", { name: "@model-api/models", version: "0.3.0" });
  save("schemas/openapi.yaml", "openapi: 3.1.0\ninfo: { title: Old }\n");
  model();
  commit();
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

function git(...args: string[]): string {
  const who = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];
  return execFileSync("git", [...who, ...args], { cwd: root, encoding: "utf8" }).trim();
}

function commit(): void {
  git("add", "-A");
  git("commit", "-q", "-m", "Work");
}

function save(path: string, content: unknown): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), typeof content === "string" ? content : JSON.stringify(content));
}

/** The model file, with some of its field's keywords replaced. */
function model(field: Record<string, unknown> = {}): void {
  save(MODEL, {
    model_id: "acme/paint/edit",
    display_name: "Paint",
    input_schema: { type: "object", properties: { size: { ...FIELD, ...field } } },
  });
}

function diff(...flags: ("check" | "write")[]): Outcome {
  return run({ root, check: flags.includes("check"), write: flags.includes("write") });
}

function changesets(): string[] {
  return readdirSync(join(root, ".changeset")).sort();
}

test("nothing changed: nothing to say, and the check passes", () => {
  expect(diff("check")).toMatchObject({ code: 0, err: "" });
  expect(diff().out).toMatch(/^The models have not changed since [0-9a-f]{10}\.$/);
});

test.each([
  ["a value removed", { enum: ["1k"] }, "breaking", 'no longer accepts "2k"', "minor"],
  ["a value added", { enum: ["1k", "2k", "4k"] }, "addition", 'also accepts "4k"', "minor"],
  ["a default", { default: "2k" }, "documentation", 'the default was "1k" and is "2k"', "patch"],
])("%s is shown, and has its step", (_, field, level, what, step) => {
  model(field);
  const { out } = diff();
  expect(out).toMatch(new RegExp(`^acme/paint/edit +${level} +/input_schema/properties/size/`, "m"));
  expect(out).toContain(what);
  expect(out).toContain(`Step for @model-api/models: ${step}.`);
  expect(out.includes("These changes are major; at 0.3.0")).toBe(level === "breaking");
});

test("from 1.0.0 on, a breaking change takes a major step", () => {
  save("packages/models/package.json", { version: "1.0.0" });
  rmSync(join(root, MODEL));
  expect(diff().out).toContain("Step for @model-api/models: major.");
});

test("the check fails without a changeset, and says the command that writes one, which mends it", () => {
  model({ enum: ["1k"] });
  const { code, err } = diff("check");
  expect(code).toBe(1);
  expect(err).toContain("scripts/schema-diff/main.ts --write");
  expect(diff("write").code).toBe(0);
  expect(diff("check").code).toBe(0);
  const [name = ""] = changesets();
  expect(name).toMatch(/^schemas-[0-9a-f]{8}\.md$/);
  expect(readFileSync(join(root, ".changeset", name), "utf8")).toBe(
    [
      "---",
      '"@model-api/models": minor',
      "---",
      "",
      "Schemas of the models.",
      "",
      "- `acme/paint/edit`",
      '  - breaking: `/input_schema/properties/size/enum`: no longer accepts "2k"',
      "",
    ].join("\n"),
  );
});

test("writing twice writes the same, and after another change in its place", () => {
  model({ enum: ["1k"] });
  diff("write");
  const first = changesets();
  diff("write");
  expect(changesets()).toEqual(first);
  model({ enum: ["1k", "2k", "4k"] });
  diff("write");
  expect(changesets()).toHaveLength(1);
  expect(changesets()).not.toEqual(first);
  model();
  diff("write");
  expect(changesets()).toEqual([]);
});

test("what a person wrote stays, and counts where it goes far enough", () => {
  save(".changeset/mine.md", "---\n'@model-api/models': patch\n---\n\nMine.\n");
  model({ default: "2k" });
  expect(diff("check").code).toBe(0);
  model({ enum: ["1k"] });
  expect(diff("check").code).toBe(1);
  expect(diff("check", "write").code).toBe(0);
  expect(changesets()).toHaveLength(2);
});

test("a changeset of before does not count, on a branch as on main", () => {
  save(".changeset/old.md", '---\n"@model-api/models": major\n---\n\nOld.\n');
  commit();
  git("switch", "-q", "-c", "work");
  model({ enum: ["1k"] });
  commit();
  expect(diff("check").code).toBe(1);
  diff("write");
  commit();
  expect(diff("check").code).toBe(0);
});

test("only changes of the branch count, not those that main made meanwhile", () => {
  git("switch", "-q", "-c", "work");
  git("switch", "-q", "main");
  model({ enum: ["1k"] });
  commit();
  git("switch", "-q", "work");
  expect(diff("check")).toMatchObject({ code: 0, out: expect.stringContaining("have not changed") });
  expect(run({ root, base: "main", check: false, write: false }).out).toContain("also accepts");
});

test("a schema that is only said differently has not changed", () => {
  save("schemas/openapi.yaml", "# Words\nopenapi: 3.1.0\ninfo:\n  title: Old\n");
  save(MODEL, JSON.stringify(JSON.parse(readFileSync(join(root, MODEL), "utf8")), null, 4));
  expect(diff("check").out).toMatch(/have not changed/);
});

test("a changed contract asks for changesets of client and server", () => {
  save("schemas/openapi.yaml", "openapi: 3.1.0\ninfo: { title: New }\n");
  expect(diff("check").out).toContain("The contract changed");
  expect(diff("check").err).toContain("@model-api/client or @model-api/server");
  save(".changeset/a.md", '---\n"@model-api/client": patch\n---\n\nA.\n');
  expect(diff("check").err).toMatch(/names @model-api\/server\. Write one with:\n {2}pnpm changeset$/);
  save(".changeset/b.md", '---\n"@model-api/server": minor\n---\n\nB.\n');
  expect(diff("check").code).toBe(0);
});

test.each(["nowhere", "--all", "HEAD:schemas"])("the base %s is no commit", (base) => {
  expect(run({ root, base, check: false, write: false })).toMatchObject({
    code: 1,
    err: expect.stringContaining(`no commit "${base}"`),
  });
});

test("without a main to compare with, it asks for a base", () => {
  git("branch", "-m", "trunk");
  expect(diff().err).toContain("--base");
});

test("a file that is no JSON is named, with the version that it is of", () => {
  save(MODEL, "{");
  expect(diff().err).toContain(`${MODEL} (working tree)`);
});

test("the command: arguments in, report and exit code out", () => {
  model({ enum: ["1k"] });
  const main = fileURLToPath(new URL("main.ts", import.meta.url));
  const command = (...args: string[]) =>
    spawnSync(
      process.execPath,
      ["--import", "tsx", "--conditions=@model-api/source", main, "--root", root, ...args],
      { encoding: "utf8", cwd: dirname(main) },
    );
  const failed = command("--check");
  expect(failed).toMatchObject({ status: 1, stdout: expect.stringContaining("breaking") });
  expect(command("--write", "--base", "HEAD").status).toBe(0);
  expect(command("--check").status).toBe(0);
});

test("outside of git it says so", () => {
  rmSync(join(root, ".git"), { recursive: true });
  expect(diff().err).toContain("is not in a git repository");
});
