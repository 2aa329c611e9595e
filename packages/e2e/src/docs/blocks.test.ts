import { transform } from "esbuild";
import { expect, test } from "vitest";
import { allBlocks, blocksOf, type PageBlock, placeOf } from "./blocks.js";
import { compileBlocks } from "./compile.js";

const BLOCKS = allBlocks();
const inLanguage = (...languages: string[]) => BLOCKS.filter(({ language }) => languages.includes(language));

/** What the page on proxies leaves to its reader. */
const BESIDE = {
  "docs/proxy.md": {
    "lib/auth.d.ts": "export declare function userOf(request: Request): Promise<string | undefined>;\n",
  },
};

test("each block of code is in a language that is checked, or is plain text", () => {
  const known = ["ts", "tsx", "js", "json", "sh", "text", ""];
  expect(BLOCKS.filter(({ language }) => !known.includes(language)).map(placeOf)).toEqual([]);
});

test("a fragment says why it does not stand alone", () => {
  const silent = BLOCKS.filter(({ notes }) => notes.fragment !== undefined && notes.fragment.length < 10);
  expect(silent.map(placeOf)).toEqual([]);
});

test("all TypeScript of the pages compiles in strict mode against the built packages", () => {
  const whole = inLanguage("ts", "tsx").filter(({ notes }) => notes.fragment === undefined);
  expect(whole.length).toBeGreaterThan(30);
  expect(compileBlocks(whole, BESIDE)).toEqual([]);
});

test("a mistake in a block is told by page and line", () => {
  const page =
    'A page.\n\n```ts\nimport { createClient } from "@model-api/client";\ncreateClient().run("openai/gpt-image-2/edti", {});\n```\n';
  const [problem = "", ...more] = compileBlocks(blocksOf("docs/made-up.md", page));
  expect(problem).toMatch(/^docs\/made-up\.md:5: /);
  expect(more).toEqual([]);
});

test("all JavaScript and JSON of the pages can be parsed", async () => {
  const problems: string[] = [];
  const check = async (block: PageBlock, parse: () => unknown) => {
    try {
      await parse();
    } catch (error) {
      problems.push(`${placeOf(block)}: ${(error as Error).message}`);
    }
  };
  for (const block of inLanguage("json")) await check(block, () => JSON.parse(block.code));
  for (const block of inLanguage("js"))
    await check(block, () => transform(block.code, { loader: "js", logLevel: "silent" }));
  expect(problems).toEqual([]);
});
