import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EDIT, VIDEO } from "../testing/engines.js";
import { builtInEngines } from "./built-in-engines.js";
import { ConfigError } from "./config-error.js";
import { openEngines } from "./open-engines.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "engines-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ENGINE = `{ name: "own", repeatable: false, serves: () => true, run: async () => ({}), close: async () => { globalThis.closed++ } }`;

function module(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const problemOf = async (...specs: string[]) => {
  const error = await openEngines(specs).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(ConfigError);
  return (error as ConfigError).problems.join("\n");
};

test("a name is a built-in engine", async () => {
  const engines = await openEngines(["placeholder", "local", "openai"]);
  expect(engines.map(({ name }) => name)).toEqual(["placeholder", "local", "openai"]);
  for (const engine of engines) await engine.close?.();
});

test.each([
  ["own.mjs", `export default ${ENGINE};`],
  ["made.mjs", `export default () => (${ENGINE});`],
  ["later.mjs", `export default async () => (${ENGINE});`],
  ["typed.ts", `const engine: object = ${ENGINE}; export default engine;`],
  ["typed.mts", `export default (): object => (${ENGINE});`],
])("a path is a module with an engine: %s", async (name, text) => {
  expect(await openEngines([module(name, text)])).toMatchObject([{ name: "own", repeatable: false }]);
});

test("a pattern binds an engine to its models, and the characters of ids mean themselves in it", async () => {
  const own = module("bound.mjs", `export default ${ENGINE};`);
  const served = async (pattern: string, id: string) =>
    (await openEngines([`${pattern}=${own}`])).map((engine) => engine.serves(id));
  expect(await served("openai/*", EDIT)).toEqual([true]);
  expect(await served("openai/*", VIDEO)).toEqual([false]);
  expect(await served("*", VIDEO)).toEqual([true]);
  expect(await served(EDIT, EDIT)).toEqual([true]);
  expect(await served(EDIT, `${EDIT}/more`)).toEqual([false]);
  expect(await served("wan-ai/wan-2.7/*", VIDEO)).toEqual([true]);
  expect(await served("wan-ai/wan-2.7/*", VIDEO.replace("2.7", "2x7"))).toEqual([false]);
});

test("an engine that several patterns share is opened once, and closed once", async () => {
  const counted = module(
    "counted.mjs",
    `globalThis.opened = globalThis.closed = 0; export default () => { globalThis.opened++; return ${ENGINE}; };`,
  );
  const engines = await openEngines([`a/*=${counted}`, `b/*=${counted}`, counted]);
  for (const engine of engines) await engine.close?.();
  expect(engines).toHaveLength(3);
  expect(globalThis).toMatchObject({ opened: 1, closed: 1 });
});

test("what the built-in engines have to be told is told, or asked for", async () => {
  const settings = { replay: folder, replaySpeed: "2", upstreamToken: "t" };
  const engines = await openEngines(["replay", "upstream"], settings);
  expect(engines.map(({ name, repeatable }) => [name, repeatable])).toEqual([
    ["replay", true],
    ["upstream", false],
  ]);
  // What it cannot play may cost money.
  const [missing] = await openEngines(["replay"], { ...settings, onMiss: "upstream" });
  expect(missing?.repeatable).toBe(false);
  expect(await problemOf("upstream")).toMatch(/set MODEL_API_UPSTREAM_TOKEN, or RUNCOMFY_TOKEN/);
  expect(await problemOf("replay")).toMatch(/set --replay or MODEL_API_REPLAY/);
});

test("what is no engine is told with what is missing", async () => {
  expect(await problemOf("lokal")).toBe(
    `engine "lokal" is not known. There are: ${Object.keys(builtInEngines({})).join(", ")}, comfyui:./comfyui.json, and modules such as ./lokal.js`,
  );
  expect(await problemOf("toString")).toContain("is not known");
  const missing = join(folder, "missing.mjs");
  expect(await problemOf(missing)).toContain(`engine ${missing} could not be loaded: `);
  const broken = module("broken.ts", "const = 1;");
  expect(await problemOf(broken)).toContain(`engine ${broken} could not be loaded: `);
  const throwing = module("throwing.mjs", `export default () => { throw new Error("no GPU"); };`);
  expect(await problemOf(throwing)).toContain("no GPU");
  const lax = module("lax.mjs", `export default { ...${ENGINE}, repeatable: undefined, run: 1 };`);
  expect(await problemOf(lax)).toBe(
    `engine ${lax}: the default export must be an engine, or a function that makes one; repeatable must be true (a run is free) or false (it costs money); run must be a function`,
  );
  const empty = module("empty.mjs", "export const engine = 1;");
  expect(await problemOf(empty)).toContain("name must be a text");
});
