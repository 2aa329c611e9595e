import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitClauses } from "./clauses.js";
import { leftovers } from "./leftovers.js";
import { readPrompt } from "./read-prompt.js";
import { readingOf } from "./reading.js";
import { ENGLISH_PROMPTS, RUSSIAN_PROMPTS } from "./testing/prompts.js";
import { countWork } from "./work.js";

/** Each about something else, so that none contradicts another. */
const INDEPENDENT = [
  "Replace the background with a navy gradient",
  "add a soft shadow under the product",
  "headline 'GRAND OPENING' at the top in bold white",
  "caption “from 9 a.m.” at the bottom",
  "бирка «НОВИНКА» в левом верхнем углу",
  "remove the object in the bottom-right corner",
  "rotate 90 degrees clockwise",
  "mirror it horizontally",
  "crop to 4:5",
  "make the photo slightly warmer",
  "increase the contrast",
  "sharpen the subject",
  "add a thin gold frame",
  "keep the logo unchanged",
  "улыбнись пошире",
];

const anyOrder = fc.shuffledSubarray(INDEPENDENT, { minLength: 2 });
const separator = fc.constantFrom("; ", ". ", "\n");

describe("readPrompt, whatever it is given", () => {
  it("makes the same plan of independent clauses in any order", () => {
    fc.assert(
      fc.property(anyOrder, separator, (clauses, mark) => {
        const sorted = [...clauses].sort();
        const one = readPrompt(clauses.join(mark));
        const other = readPrompt(sorted.join(mark));
        expect(one.plan).toEqual(other.plan);
        expect(instructions(one.ignored)).toEqual(instructions(other.ignored));
      }),
    );
  });

  it("draws exactly what stands in quotation marks", () => {
    // Marks, line breaks and edges are the business of other tests.
    const quoted = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
      .map((text) => text.replace(/["“”„«»‹›「」『』《》`\s]+/gu, " ").trim())
      .filter((text) => text !== "");
    fc.assert(
      fc.property(quoted, fc.constantFrom("headline", "caption", "label", "заголовок"), (text, cue) => {
        const { plan, ignored } = readPrompt(`white background; add the ${cue} "${text}" at the top`);
        expect(plan.texts.map((one) => one.text.text)).toEqual([text]);
        expect(ignored).toEqual([]);
      }),
    );
  });

  it("never throws, and never says the same thing twice", () => {
    const noise = fc.string({ unit: "binary", maxLength: 300 });
    const words = fc.array(fc.constantFrom(...VOCABULARY), { maxLength: 60 }).map((all) => all.join(" "));
    fc.assert(
      fc.property(fc.oneof(noise, words), fc.integer({ min: 1, max: 10 }), (prompt, images) => {
        const { ignored } = readPrompt(prompt, { images });
        const entries = ignored.map(({ instruction, reason }) => `${instruction}\n${reason}`);
        expect(new Set(entries).size).toBe(entries.length);
      }),
      { numRuns: 500 },
    );
  });

  it("reports every word that it has never heard of", () => {
    const strange = fc.integer({ min: 0, max: 99_999 }).map((number) => `zq${number}qz`);
    const prompts = [...ENGLISH_PROMPTS, ...RUSSIAN_PROMPTS].map(({ prompt }) => prompt);
    fc.assert(
      fc.property(
        fc.constantFrom(...prompts),
        strange,
        fc.constantFrom(". ", " and ", ", "),
        (prompt, word, mark) => {
          // What is kept, forbidden or taken away is taken as a whole, whatever it is called.
          const { ignored, plan } = readPrompt(`${prompt}${mark}${word}`, { images: 9 });
          const cutOut = plan.background?.background.kind === "transparent" && plan.background.words;
          const told = JSON.stringify([ignored, plan.kept, plan.forbidden, plan.removals, cutOut]);
          expect(told).toContain(word);
        },
      ),
      { numRuns: 600 },
    );
  });

  it("leaves no word of a clause that nobody has claimed out of the report", () => {
    for (const { prompt } of [...ENGLISH_PROMPTS, ...RUSSIAN_PROMPTS]) {
      for (const clause of splitClauses(prompt)) {
        const untouched = leftovers(readingOf(clause, prompt, 1, undefined, countWork()));
        const spoken = untouched.join(" ").replace(/[\p{P}\p{S}\s]/gu, "");
        const { plan, ignored } = readPrompt(clause.text);
        const isSomething = JSON.stringify(plan) !== JSON.stringify(readPrompt("").plan);
        expect([
          clause.text,
          spoken === "" || isSomething || ignored.length > 0 || isIdle(clause.text),
        ]).toEqual([clause.text, true]);
      }
    }
  });
});

/** Clauses that only lead over to the next, or that have a meaning in their prompt only. */
function isIdle(text: string): boolean {
  return /^(?:\d+|Before and after|no shadow|make it .*|put .*)$/i.test(text);
}

describe("readPrompt, however long the prompt is", () => {
  const HOSTILE: Readonly<Record<string, (length: number) => string>> = {
    "one letter": (length) => "a".repeat(length),
    "one word, over and over": (length) => "background ".repeat(length / 11),
    "opening marks that nothing closes": (length) => "'a ".repeat(length / 3),
    quotations: (length) => "'a' ".repeat(length / 4),
    commas: (length) => ", ".repeat(length / 2),
    digits: (length) => "1".repeat(length),
    ratios: (length) => "1:1:".repeat(length / 4),
    hyphens: (length) => "dark-".repeat(length / 5),
    hashes: (length) => "#".repeat(length),
    instructions: (length) => "brighten, add 'x' and remove the cup at the left. ".repeat(length / 50),
    negations: (length) => "no not don't ".repeat(length / 13),
    pictures: (length) => "image 1 and ".repeat(length / 12),
    "phrases that begin and do not end": (length) => "side by ".repeat(length / 8),
    colours: (length) => "dark pastel light ".repeat(length / 18),
    spaces: (length) => " ".repeat(length),
    "combining marks": (length) => "е\u0308".repeat(length / 2),
    emoji: (length) => "🎉".repeat(length / 2),
    "brackets of a colour": (length) => "rgb(1,".repeat(length / 6),
  };

  it.each(Object.entries(HOSTILE))("takes steps in proportion to its length: %s", (_, prompt) => {
    const steps = (length: number): number => {
      const work = countWork();
      readPrompt(prompt(length), { work });
      return work.steps;
    };
    const [short, long] = [steps(8192), steps(32_768)];
    expect(long).toBeGreaterThan(0);
    expect(long / Math.max(short, 1)).toBeLessThan(6);
    expect(long / 32_768).toBeLessThan(2500);
  });
});

const VOCABULARY =
  "add remove put make keep the a of image 1 2 3 second background headline 'A' \"B\" « » caption label shadow frame no not don't red dark gradient to from top left corner crop 16:9 rotate 90 degrees brighter contrast blur sharpen side by collage inset , ; . and with фон убери заголовок «Г» слева рамка без темнее #fff rgb(1,2,3) % px only except it".split(
    " ",
  );

function instructions(ignored: readonly { readonly instruction: string }[]): string[] {
  return ignored.map(({ instruction }) => instruction).sort();
}
