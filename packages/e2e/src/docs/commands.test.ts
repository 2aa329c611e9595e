import { expect, test } from "vitest";
import { allBlocks, placeOf } from "./blocks.js";
import { commandsOf, problemOfCommand } from "./commands.js";

test("each command of the pages exists, with its flags, models and scripts", async () => {
  const problems: string[] = [];
  let checked = 0;
  for (const block of allBlocks().filter(({ language }) => language === "sh")) {
    for (const words of commandsOf(block.code)) {
      const problem = await problemOfCommand(words);
      if (problem) problems.push(`${placeOf(block)}: ${words.join(" ")}: ${problem}`);
      checked++;
    }
  }
  expect(problems).toEqual([]);
  expect(checked).toBeGreaterThan(30);
});

test.each([
  ["model-api rnu openai/gpt-image-2/edit", "there is no command rnu"],
  ["model-api run openai/gpt-image-2/edti --prompt x", "there is no model openai/gpt-image-2/edti"],
  ["cat a.png | model-api run openai/gpt-image-2/edit --imgaes -", "model-api run has no --imgaes"],
  ["A=1 model-api serve --prot 1 # --port", "model-api serve has no --prot"],
  ["true && model-api keys create --nam x", "model-api keys has no --nam"],
  ["npm run nothing", "there is no script nothing"],
])("a mistake in a command is told: %s", async (line, problem) => {
  const problems = await Promise.all(commandsOf(line).map(problemOfCommand));
  expect(problems.filter(Boolean)).toEqual([problem]);
});
