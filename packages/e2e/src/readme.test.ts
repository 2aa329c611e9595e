import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  COFFEE,
  cleanUp,
  EDIT,
  REPOSITORY,
  runCli,
  type Served,
  serve,
  spawnProgram,
  temporaryFolder,
  VIDEO,
} from "./harness.js";

const blocksOf = (page: string, language: string) => {
  const text = readFileSync(join(REPOSITORY, page), "utf8");
  const fenced = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g");
  return [...text.matchAll(fenced)].map(([, code = ""]) => code);
};
const blocks = (language: string) => blocksOf("README.md", language);

/** Compiles examples as a user would, in strict mode; fails with what the compiler says. */
async function compile(examples: Record<string, string>): Promise<void> {
  for (const [name, code] of Object.entries(examples)) writeFileSync(join(folder, `${name}.ts`), code);
  const tsc = join(REPOSITORY, "node_modules/typescript/bin/tsc");
  const flags = ["--strict", "--module", "nodenext", "--target", "es2022", "--types", "node"];
  const names = Object.keys(examples).map((name) => `${name}.ts`);
  const compiled = await spawnProgram(process.execPath, [tsc, ...flags, ...names], {}, folder).exit;
  expect([compiled.stdout, compiled.code]).toEqual(["", 0]);
}

let served: Served;
let folder: string;
beforeAll(async () => {
  served = await serve(temporaryFolder());
  folder = temporaryFolder();
  cpSync(COFFEE, join(folder, "photo.png"));
  mkdirSync(join(folder, "node_modules/@model-api"), { recursive: true });
  symlinkSync(join(REPOSITORY, "node_modules/vitest"), join(folder, "node_modules/vitest"));
  for (const name of ["node", "client", "models", "server"]) {
    symlinkSync(join(REPOSITORY, "packages", name), join(folder, "node_modules/@model-api", name));
  }
  symlinkSync(join(REPOSITORY, "node_modules/@types"), join(folder, "node_modules/@types"));
  writeFileSync(join(folder, "package.json"), '{"type": "module"}');
});
afterAll(cleanUp);

test("the TypeScript example compiles in strict mode, runs, and leaves a picture", async () => {
  const [code = "", ...more] = blocks("ts");
  expect(more).toEqual([]);
  await compile({ example: code });
  const ran = await spawnProgram(process.execPath, ["example.js"], served.env, folder).exit;
  expect(ran.stderr).toMatch(/completed\n$/);
  expect(ran.stdout.trim()).toBe(join(folder, "out/output.png"));
  expect(readFileSync(ran.stdout.trim()).subarray(1, 4).toString()).toBe("PNG");
});

const SAYS = [
  [/completed\n[\s\S]*\/outputs\/\S+\.png/],
  [/completed undefined/],
  [/^images\.0 1\n$/],
  [/^null\n/, /nothing tells its price, and maxCostUsd is 0\.1/],
  [/^10 \d\d$/m, /openai\/gpt-image-2\/edit/],
];
const CLIENT_EXAMPLES = blocksOf("packages/client/README.md", "ts");
const EXAMPLES = CLIENT_EXAMPLES.map((code, index) => [`client-${index + 1}`, code] as const);
test("the examples of the client's README compile in strict mode", async () => {
  expect(EXAMPLES).toHaveLength(SAYS.length);
  await compile(Object.fromEntries(EXAMPLES));
});
test.each(SAYS.map((says, index) => [index + 1, says] as const))(
  "example %i of the client's README does what it says",
  async (number, says) => {
    const example = spawnProgram(process.execPath, [`client-${number}.js`], served.env, folder);
    const { code, stdout, stderr } = await example.exit;
    expect([code, stderr]).toEqual([0, ""]);
    for (const words of says) expect(stdout).toMatch(words);
  },
);

const NODE_SAYS = [/\/out\/output\S*\.png\n$/, /\/kept\/\S+ [0-9a-f]{64}\n$/, /^req_\S+\n$/];
test("the examples of the Node adapter's README compile in strict mode, and do what they say", async () => {
  const examples = blocksOf("packages/node/README.md", "ts");
  expect(examples).toHaveLength(NODE_SAYS.length);
  await compile(Object.fromEntries(examples.map((code, index) => [`node-${index + 1}`, code])));
  const env = { ...served.env, XDG_STATE_HOME: join(folder, "state") };
  for (const [index, says] of NODE_SAYS.entries()) {
    const ran = await spawnProgram(process.execPath, [`node-${index + 1}.js`], env, folder).exit;
    expect([ran.code, ran.stderr, ran.stdout]).toEqual([0, "", expect.stringMatching(says)]);
  }
});

test("the example of the journal's page skips what it has collected", async () => {
  const [code = ""] = blocksOf("docs/journal.md", "ts");
  await compile({ rows: code });
  const env = { ...served.env, XDG_STATE_HOME: join(folder, "state-of-rows") };
  const run = () => spawnProgram(process.execPath, ["rows.js"], env, folder).exit;
  const model = "openai/gpt-image-2/text-to-image";
  const first = await run();
  expect([first.code, first.stderr]).toEqual([0, ""]);
  expect(first.stdout.match(/^completed \S+ req_\S+$/gm)).toHaveLength(2);
  expect(first.stdout).toContain(model);
  // Two entries still: nothing was submitted again.
  expect((await run()).stdout).toBe(first.stdout);
});

const SERVER_EXAMPLES = blocksOf("packages/server/README.md", "ts");
test("the examples of the server's README compile in strict mode, and do what they say", async () => {
  const names = SERVER_EXAMPLES.map((_, index) => `server-${index + 1}`);
  await compile(Object.fromEntries(names.map((name, index) => [name, SERVER_EXAMPLES[index] ?? ""])));
  const said: string[] = [];
  for (const name of names) {
    const { code, stdout, stderr } = await spawnProgram(process.execPath, [`${name}.js`], {}, folder).exit;
    expect([code, stderr]).toEqual([0, ""]);
    said.push(stdout);
  }
  expect(said).toEqual(["image/png\n", "in_queue\ncompleted\n"]);
});

test("the engine of the guide compiles in strict mode, and runs behind a pattern, as TypeScript and compiled", async () => {
  const [code = "", kit = ""] = blocksOf("docs/engines.md", "ts");
  await compile({ "my-engine": code, "my-engine.test": kit });
  const checked = await vitest("my-engine.test.ts");
  expect([checked.code, checked.stdout]).toEqual([0, expect.stringMatching(/Tests {2}1\d passed/)]);
  for (const module of ["./my-engine.ts", "./my-engine.js"]) {
    const flags = ["--engine", `openai/*=${module}`];
    const { env, kill } = await serve(temporaryFolder(), { flags, cwd: folder });
    const ask = (...args: string[]) => runCli(args, env, folder);
    const run = await ask(
      "run",
      EDIT,
      "--prompt",
      "x",
      "--images",
      "photo.png",
      "--output-dir",
      `out-${module.slice(-2)}`,
    );
    expect([run.code, run.stderr]).toEqual([0, expect.stringContaining("echo: gave back the first image")]);
    expect(readFileSync(run.stdout.trim())).toEqual(readFileSync(COFFEE));
    const other = await ask("run", VIDEO, "--prompt", "x", "--image-url", "photo.png");
    expect(other.code).not.toBe(0);
    expect(other.stderr).toContain(`No engine of this server serves ${VIDEO}`);
    await kill("SIGTERM");
  }
});

test("the suite of the replay guide records once, and then passes without a service", async () => {
  const [code = ""] = blocksOf("docs/replay.md", "ts");
  await compile({ "shot.test": code });
  const record = { ...served.env, RECORD: "1" };
  const forgotten = await vitest("shot.test.ts");
  expect(forgotten.stderr).toContain("There is none for this model. Record the request");
  const recorded = await vitest("shot.test.ts", record);
  expect([recorded.code, recorded.stdout]).toEqual([0, expect.stringMatching(/Tests {2}1 passed/)]);
  // Nothing answers there, and no token is given.
  const played = await vitest("shot.test.ts", { RUNCOMFY_MODEL_API_BASE: "http://127.0.0.1:1" });
  expect([played.code, played.stdout]).toEqual([0, expect.stringMatching(/Tests {2}1 passed/)]);
  const edited = code.replace("OPEN STUDIO", "CLOSED");
  writeFileSync(join(folder, "shot.test.ts"), edited);
  const missed = await vitest("shot.test.ts");
  expect(missed.code).toBe(1);
  expect(missed.stderr).toContain(
    'differs: prompt is "Add the headline CLOSED", and "Add the headline OPEN STUDIO" there.',
  );
});

/** The user's own test runner, in the user's folder. */
function vitest(file: string, env: Record<string, string> = {}) {
  const runner = join(folder, "node_modules/vitest/vitest.mjs");
  return spawnProgram(process.execPath, [runner, "run", file], { NO_COLOR: "1", ...env }, folder).exit;
}

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
