import { describe, expect, it } from "vitest";
import { readPrompt } from "./read-prompt.js";
import { planInWords } from "./testing/plan-in-words.js";
import { ENGLISH_PROMPTS, type PromptRow, RUSSIAN_PROMPTS } from "./testing/prompts.js";

const read = ({ prompt, images }: PromptRow) => readPrompt(prompt, { ...(images && { images }) });

describe.each([
  ["English", ENGLISH_PROMPTS],
  ["Russian", RUSSIAN_PROMPTS],
] as const)("readPrompt, in %s", (_, rows) => {
  it.each(rows)("reads “$prompt”", (row) => {
    const { plan, ignored } = read(row);
    expect({
      plan: planInWords(plan),
      ignored: ignored.map(({ instruction }) => instruction),
    }).toEqual({ plan: row.plan, ignored: row.ignored ?? [] });
  });
});

describe("what is not carried out", () => {
  const reasonsOf = (prompt: string, images = 1): string[] =>
    readPrompt(prompt, { images }).ignored.map(({ cause, reason }) => `${cause}: ${reason}`);

  it.each([
    ["use image 5 as the background", 2, /^missing-input: there is no picture 5: 2 pictures were sent$/],
    ["side by side", 1, /^missing-input: it takes at least two pictures/],
    ["Remove the logo", 1, /^unsupported: .*say in which corner/],
    ["replace the background with a beach", 1, /^unsupported: .*plain colours, gradients/],
    ["add a headline OPEN", 1, /^unsupported: .*quotation marks/],
    ["replace the text 'A' with 'B'", 1, /^unsupported: .*letters in a photo/],
    ["brighten the eyes", 1, /^unsupported: .*the picture, its subject or its background/],
    ["rotate", 1, /^unsupported: .*how many degrees/],
    ["no frame; add a frame", 1, /^contradiction: another instruction asks for it$/],
    ["keep the colours; black and white", 1, /^contradiction: .*takes the colours away$/],
    ["red background; blue background", 1, /^contradiction: .*replaced once/],
    ["add a soft shadow", 1, /^contradiction: .*only on a replaced background/],
    ["remove the shadow", 1, /^contradiction: .*cannot be taken out/],
    ["sing a song", 1, /^unknown: not an instruction/],
    ["white background of velvet dreams", 1, /^unknown-part: /],
  ])("says why: “%s” of %i", (prompt, images, reason) => {
    expect(reasonsOf(prompt, images)).toEqual([expect.stringMatching(reason)]);
  });

  it("holds no more entries than people read, and names every word all the same", () => {
    const words = Array.from({ length: 300 }, (_, index) => `zq${index}`);
    const { ignored } = readPrompt(words.join("; "));
    expect(ignored.length).toBeLessThanOrEqual(40);
    expect(ignored.flatMap(({ instruction }) => instruction.split("; "))).toEqual(words);
  });
});
