import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { readPrompt } from "./read-prompt.js";

const PAGE = new URL("../../../../../../docs/local-engine.md", import.meta.url);

it("understands every word of every prompt on its page", async () => {
  const page = await readFile(PAGE, "utf8");
  const prompts = [...page.matchAll(/^```text\n([\s\S]*?)^```$/gm)].flatMap(([, block = ""]) =>
    block.trim().split("\n"),
  );
  expect(prompts.length).toBeGreaterThan(40);
  const nothing = JSON.stringify(readPrompt("").plan);
  for (const prompt of prompts) {
    const { plan, ignored } = readPrompt(prompt, { images: 4 });
    expect([prompt, ignored]).toEqual([prompt, []]);
    expect(JSON.stringify(plan)).not.toBe(nothing);
  }
});
