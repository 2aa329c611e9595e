import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CLI, COFFEE, cleanUp, EDIT, runCli, spawnProgram, temporaryFolder } from "../harness.js";
import { startService } from "./service.js";
import { ENTER, openProgram } from "./terminal.js";

let folder: string;
let env: Record<string, string>;
beforeAll(async () => {
  folder = temporaryFolder();
  mkdirSync(join(folder, "bin"));
  writeFileSync(join(folder, "bin/model-api"), `#!/bin/sh\nexec '${process.execPath}' '${CLI}' "$@"\n`);
  chmodSync(join(folder, "bin/model-api"), 0o755);
  writeFileSync(join(folder, "photo.png"), "");
  const service = await startService();
  env = {
    ...service.env,
    XDG_STATE_HOME: join(folder, "state"),
    PATH: `${join(folder, "bin")}:${process.env.PATH}`,
  };
  await runCli(["submit", EDIT, "--prompt", "x", "--images", COFFEE], env);
});
afterAll(cleanUp);

/** What may come next, as every shell is told. */
async function next(...words: string[]): Promise<string[]> {
  const { stdout, code, stderr } = await runCli(["__complete", "zsh", "--", ...words], env);
  expect([code, stderr]).toEqual([0, ""]);
  return stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => line.split("\t")[0] ?? "");
}

test.each<[string, string[], string[]]>([
  ["commands", [""], ["run", "submit", "models", "keys", "completion", "--help"]],
  ["commands that begin so", ["m"], ["models", "mcp"]],
  ["commands below a command", ["keys", ""], ["create", "list", "revoke", "usage"]],
  ["model ids", ["run", "openai/gpt-image-2/e"], [EDIT]],
  [
    "flags of the model and of the command",
    ["run", EDIT, "--"],
    ["--prompt", "--aspect-ratio", "--batch", "--json", "--help"],
  ],
  ["values of an enum", ["run", EDIT, "--aspect-ratio", "16"], ["16:9"]],
  ["all values of an enum", ["run", EDIT, "--prompt", "x", "--quality", ""], ["low", "medium", "high"]],
  ["files for media, as many as are wanted", ["run", EDIT, "--images", "a.png", ""], [":files"]],
  ["shells", ["completion", ""], ["bash", "zsh", "fish"]],
  ["requests of the journal", ["wait", ""], ["r1"]],
  ["values in a placeholder", ["serve", "--role", "a"], ["all", "api"]],
  ["the flags of a server's settings", ["serve", "--max-"], ["--max-attempts", "--max-upload"]],
])("completes %s", async (_, words, expected) => {
  expect(await next(...words)).toEqual(expect.arrayContaining(expected));
});

test("offers nothing that is out of place", async () => {
  expect(await next("run", EDIT, "--prompt", "")).toEqual([]);
  expect(await next("nonsense", "")).toEqual([]);
  expect(await next("run", "acme/unknown/model", "--asp")).toEqual([]);
  expect((await next("run", EDIT, "--")).join()).not.toMatch(/__complete|undefined/);
  // After a value, a flag takes no second one.
  expect(await next("run", EDIT, "--quality", "low", "")).toEqual([]);
});

/** Presses the key in a real bash, at the end of the line. */
async function inBash(line: string): Promise<string[]> {
  const script = `
eval "$(model-api completion bash)"
COMP_LINE=$1; COMP_POINT=\${#1}; COMP_WORDS=($1); COMP_CWORD=$(( \${#COMP_WORDS[@]} - 1 ))
_model_api
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { code, stdout, stderr } = await spawnProgram("bash", ["-c", script, "bash", line], env, folder).exit;
  // compopt complains outside of a completion, and is quiet there.
  expect([code, stderr]).toEqual([0, ""]);
  return stdout.split("\n").filter(Boolean);
}

test("bash completes, also after a colon, where it begins a new word", async () => {
  expect(await inBash("model-api run openai/gpt-image-2/e")).toEqual([`${EDIT} `]);
  expect(await inBash(`model-api run ${EDIT} --aspect-ratio 16`)).toEqual(["16:9 "]);
  expect(await inBash(`model-api run ${EDIT} --aspect-ratio 16:`)).toEqual(["9 "]);
  expect(await inBash(`model-api run ${EDIT} --prompt 'two words' --qual`)).toEqual(["--quality "]);
});

test("a key that is pressed in bash completes the line on the screen", async () => {
  const terminal = openProgram("bash", ["--norc", "--noprofile", "-i"], { env, cwd: folder, columns: 100 });
  terminal.type(`eval "$(model-api completion bash)"; echo rea''dy${ENTER}`);
  await terminal.shows(/^ready/m);
  terminal.type("model-api run openai/gpt-image-2/e\t--asp\t16:\t--images ph\t");
  await terminal.shows(`model-api run ${EDIT} --aspect-ratio 16:9 --images photo.png`);
  terminal.close();
});

const has = (shell: string) => spawnSync(shell, ["-c", "true"]).status === 0;

test.runIf(has("zsh"))("the script for zsh is taken, and its function answers", async () => {
  const script = `
autoload -Uz compinit; compinit -u -d '${join(folder, "zcompdump")}'
eval "$(model-api completion zsh)"
_describe() { print -rl -- "\${(@P)2}" }
_files() { print files }
words=(model-api run ${EDIT} --aspect-ratio 16); CURRENT=5; _model_api
words=(model-api run ${EDIT} --images p); CURRENT=5; _model_api`;
  const { code, stdout } = await spawnProgram("zsh", ["-fc", script], { ...env, HOME: folder }, folder).exit;
  expect([code, stdout]).toEqual([0, "16\\:9:\nfiles\n"]);
});

test.runIf(has("fish"))("the script for fish completes", async () => {
  const script = `model-api completion fish | source; complete -C 'model-api run ${EDIT} --aspect-ratio 16'; complete -C 'model-api run ${EDIT} --images ph'`;
  const { code, stdout } = await spawnProgram(
    "fish",
    ["--no-config", "-c", script],
    { ...env, HOME: folder },
    folder,
  ).exit;
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^16:9\s*\nphoto\.png/)]);
});
