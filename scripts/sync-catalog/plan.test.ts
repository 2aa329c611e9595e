import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openModelFiles } from "./model-files.js";
import { makePlan } from "./plan.js";
import { copyOfSchemas, entry, temporaryFolder } from "./testing/sync.js";

const EDIT = "openai/gpt-image-2/edit";
const none = () => false;

/** What a sync would do with these entries: the ids it would write, and what it says of the rest. */
async function plan(entries: unknown[], root = copyOfSchemas(none)) {
  const { changes, problems, notices, gone } = await makePlan({ entries }, openModelFiles(root), undefined);
  return {
    written: changes.map(({ path }) => path),
    problems: problems.map(({ where, pointer, reason }) => `${where}${pointer && `#${pointer}`}: ${reason}`),
    notices,
    gone,
  };
}

/** An entry that cannot become a file, and what is said of it. */
const BROKEN: [string, object, string][] = [
  ["no schema", { input_schema: null }, "acme/x#/input_schema: is missing, in the list"],
  ["a schema that is none", { input_schema: [] }, "acme/x#/input_schema: must be a JSON Schema of an object"],
  [
    "an unknown type",
    { input_schema: { properties: { a: { type: "colour" } } } },
    "acme/x#/input_schema/properties/a/type: ",
  ],
  ["a pattern that is none", { input_schema: { properties: { a: { pattern: "(" } } } }, "acme/x: "],
  ["a price that is none", { base_price_usd: "cheap" }, "acme/x#/base_price_usd: must be number"],
  ["no price unit", { price_unit: null }, "acme/x: must have required property 'price_unit'"],
  ["categories that are no list", { categories: "x" }, "acme/x#/categories: must be array"],
  ["a megabyte", { description: "x".repeat(2 ** 20) }, "acme/x: makes a file above 1048576 bytes"],
];

test.each(BROKEN)("%s: reported with its place, and the others can be written", async (_, more, message) => {
  const { written, problems } = await plan([entry("acme/x", more), entry("acme/good")]);
  expect(written).toEqual(["schemas/models/acme/good.json"]);
  expect(problems[0]).toContain(message);
});

test("all problems are reported, not just the first", async () => {
  const { problems } = await plan(BROKEN.map(([, more], index) => entry(`acme/x${index}`, more)));
  expect(new Set(problems.map((problem) => problem.slice(0, 7))).size).toBe(BROKEN.length);
});

test("what stands twice is an error only if it differs", async () => {
  expect(await plan([entry("acme/x"), entry("acme/x")])).toMatchObject({
    written: ["schemas/models/acme/x.json"],
    problems: [],
  });
  expect(await plan([entry("acme/x"), entry("acme/x", { price_unit: "second" })])).toMatchObject({
    written: [],
    problems: ["acme/x#/price_unit: stands twice in the catalog, and differs"],
  });
});

test("what is no model is left out and told of", async () => {
  const { written, notices, problems } = await plan([entry("acme/flow", { kind: "workflow" })]);
  expect([written, problems]).toEqual([[], []]);
  expect(notices).toEqual(['acme/flow: is of the kind "workflow" and no model; left out']);
});

test("a file that would stand where another needs a folder", async () => {
  const { problems } = await plan([entry("acme/x"), entry("acme/x.json/y")]);
  expect(problems).toEqual([
    "acme/x: its file and that of acme/x.json/y cannot stand side by side",
    "acme/x.json/y: its file and that of acme/x cannot stand side by side",
  ]);
});

test.skipIf(process.platform === "win32")("a link in the folder leads nowhere", async () => {
  const root = copyOfSchemas(none);
  symlinkSync(temporaryFolder(), join(root, "schemas/models/acme"));
  const { written, problems } = await plan([entry("acme/x")], root);
  expect([written, problems]).toEqual([[], ["acme/x: its file would stand outside schemas/models"]]);
});

test("a model file that cannot be read is a problem of its own", async () => {
  const root = copyOfSchemas((id) => id === EDIT);
  writeFileSync(join(root, "schemas/models", `${EDIT}.json`), "{");
  mkdirSync(join(root, "schemas/models/acme/x.json"), { recursive: true });
  const { written, problems, gone } = await plan([entry(EDIT), entry("acme/x")], root);
  expect([written, gone]).toEqual([[], []]);
  expect(problems).toEqual([
    expect.stringContaining("acme/x: schemas/models/acme/x.json: EISDIR"),
    expect.stringContaining(`${EDIT}: schemas/models/${EDIT}.json: `),
  ]);
});
