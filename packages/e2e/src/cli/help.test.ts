import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { EDIT, REPOSITORY, runCli } from "../harness.js";

/** Every page of help there is, as it is checked in. */
const PAGES = [
  "",
  "run",
  `run ${EDIT}`,
  "submit",
  "status",
  "wait",
  "result",
  "cancel",
  "requests",
  "requests clean",
  "requests link",
  "requests delete",
  "requests forget",
  "models",
  "models show",
  "schema",
  "types",
  "types add",
  "types sync",
  "types check",
  "login",
  "logout",
  "whoami",
  "doctor",
  "keys",
  "keys create",
  "keys list",
  "keys revoke",
  "keys usage",
  "completion",
  "mcp",
];

const words = (page: string) => page.split(" ").filter(Boolean);

test.each(PAGES)("model-api %s --help is as it was agreed on", async (page) => {
  const { code, stdout, stderr } = await runCli([...words(page), "--help"], {});
  expect([code, stderr]).toEqual([0, ""]);
  const file = page === "" ? "model-api" : page.replaceAll(/[ /]/g, "-");
  await expect(stdout).toMatchFileSnapshot(`pages/${file}.txt`);
  for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
});

test("every command that completion offers has its page here", async () => {
  const offered = async (...line: string[]) => {
    const { stdout } = await runCli(["__complete", "zsh", "--", ...line, ""], {});
    return stdout.split("\n").flatMap((row) => /^([a-z]+)\t/.exec(row)?.[1] ?? []);
  };
  const below = ["requests", "models", "types", "keys"];
  const commands = [
    ...(await offered()),
    ...(
      await Promise.all(below.map(async (name) => (await offered(name)).map((sub) => `${name} ${sub}`)))
    ).flat(),
  ];
  expect(commands.length).toBeGreaterThan(20);
  // The flags of `serve` are its settings, which have a page and suites of their own.
  expect([...PAGES, "serve"]).toEqual(expect.arrayContaining(commands));
});

test("the README shows help as it is", async () => {
  const readme = readFileSync(join(REPOSITORY, "packages/cli/README.md"), "utf8");
  const blocks = [...readme.matchAll(/```text\n\$ model-api (.*--help)\n([\s\S]*?)```/g)];
  expect(blocks.length).toBeGreaterThan(1);
  for (const [, command = "", page = ""] of blocks) {
    const { stdout } = await runCli(words(command), {});
    expect(page.trimEnd()).toBe(stdout.trimEnd());
  }
});

test("help fits a narrow window", async () => {
  const { openTerminal } = await import("./terminal.js");
  for (const columns of [40, 60, 80]) {
    const terminal = openTerminal(["requests", "--help"], { columns });
    expect((await terminal.exit).code).toBe(0);
    const lines = (await terminal.screen()).split("\n");
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns);
    // No line was broken by the terminal: then a word would stand alone at its beginning.
    expect(lines.find((line) => line.includes("--limit"))).toMatch(/^ {2}--limit/);
  }
});
