import { describe, expect, it } from "vitest";
import { splitClauses } from "./clauses.js";
import { readPrompt } from "./read-prompt.js";

const DEMO =
  "Turn the background into a bright, minimal white-to-soft-gray studio sweep with gentle floor shadow; add a large " +
  "headline in-image that reads 'OPEN STUDIO' in a bold, clean sans-serif, high contrast, centered; keep the main " +
  "person or product, pose, and face identity unchanged";

const headlineOf = (prompt: string): string | undefined => readPrompt(prompt).plan.texts[0]?.text.text;
const ignoredOf = (prompt: string): string[] =>
  readPrompt(prompt).ignored.map(({ instruction }) => instruction);

describe("readPrompt", () => {
  it("understands all of the example", () => {
    const { plan, ignored } = readPrompt(DEMO);
    expect(ignored).toEqual([]);
    expect(plan.background).toMatchObject({
      background: { kind: "studio", tone: "white-to-grey" },
      shadow: true,
    });
    expect(plan.texts.map(({ text }) => text.text)).toEqual(["OPEN STUDIO"]);
    expect(plan.kept).toEqual(["keep the main person or product, pose, and face identity unchanged"]);
    expect(plan.placementKept).toBe(false);
  });

  it("understands the same in Russian", () => {
    const { plan, ignored } = readPrompt(
      "замени фон на светлый студийный с мягкой тенью; добавь крупный заголовок «ОТКРЫТАЯ СТУДИЯ» жирным шрифтом без " +
        "засечек; сохрани лицо и позу без изменений",
    );
    expect(ignored).toEqual([]);
    expect(plan.background).toMatchObject({
      background: { kind: "studio", tone: "white-to-grey" },
      shadow: true,
    });
    expect(plan.texts.map(({ text }) => text.text)).toEqual(["ОТКРЫТАЯ СТУДИЯ"]);
    expect(plan.kept).toHaveLength(1);
  });

  it.each([
    ["replace the background with a studio sweep", "white-to-grey"],
    ["put it in a white studio", "white"],
    ["change the brown background to a light gray studio backdrop", "grey"],
    ["make the background a seamless white to grey gradient", "white-to-grey"],
  ])("reads the tone of “%s”", (prompt, tone) => {
    expect(readPrompt(prompt).plan.background?.background).toEqual({ kind: "studio", tone });
  });

  it.each([
    "replace the background with a beach",
    "Don't change the background",
    "keep the white background unchanged",
    "make it look like a watercolour",
    "add the headline 'NEW STUDIO BACKGROUND'",
  ])("leaves the background alone for “%s”", (prompt) => {
    expect(readPrompt(prompt).plan.background).toBeUndefined();
  });

  it.each([
    [`add a title that reads 'DON'T PANIC'`, "DON'T PANIC"],
    [`add a title that reads ‘DON’T PANIC’ at the dog's bowl`, "DON’T PANIC"],
    [`headline "A; B. C, keep D"`, "A; B. C, keep D"],
    ["headline “SALE”", "SALE"],
    ["заголовок «Лето»", "Лето"],
    ["the cat's collar; text: 'MIAU'", "MIAU"],
    ["add the text 'TWO\n  LINES '", "TWO\nLINES"],
  ])("finds the words of %s", (prompt, words) => {
    expect(headlineOf(prompt)).toBe(words);
  });

  it.each([
    "paint a 'masterpiece'",
    "remove the text 'OLD'",
    "do not add a headline 'X'",
    "add a headline OPEN",
  ])("draws no headline for %s", (prompt) => {
    expect(headlineOf(prompt)).toBeUndefined();
  });

  it("reports what it does not do, in the prompt's own words", () => {
    expect(
      ignoredOf(
        "Replace the background with a white studio and make the cat smile. Add the headline 'HI' in red neon script.",
      ),
    ).toEqual(["make the cat smile", "neon script"]);
    expect(ignoredOf("add a soft floor shadow")).toEqual(["add a soft floor shadow"]);
    expect(ignoredOf("add a headline OPEN")).toEqual(["add a headline OPEN"]);
  });

  it("honours a shadow that is not wanted", () => {
    const { plan, ignored } = readPrompt("white studio background without shadows");
    expect(plan.background?.shadow).toBe(false);
    expect(ignored).toEqual([]);
  });

  it("notices when the subject must not move", () => {
    expect(readPrompt("keep the framing and the pose").plan.placementKept).toBe(true);
    expect(readPrompt("white studio background while keeping the cup unchanged").plan).toMatchObject({
      background: { background: { tone: "white" } },
      kept: ["keeping the cup unchanged"],
    });
  });

  it("reports a contradiction instead of choosing in silence", () => {
    expect(ignoredOf("Keep the background unchanged. Change the background to white")).toEqual([
      "Keep the background unchanged",
    ]);
  });

  it("finds nothing in an empty prompt", () => {
    const { plan, ignored } = readPrompt(" \n ");
    expect(ignored).toEqual([]);
    expect(plan).toEqual({
      source: 0,
      reshapes: [],
      removals: [],
      adjustments: [],
      texts: [],
      kept: [],
      placementKept: false,
      forbidden: [],
    });
  });
});

describe("splitClauses", () => {
  it.each([
    ["a; b\nc. d", ["a", "b", "c", "d"]],
    ["version 2.5 of it", ["version 2.5 of it"]],
    ["keep pose, light, and face unchanged", ["keep pose, light, and face unchanged"]],
    [
      "make it white, keep the cup and add 'x; y, add z'",
      ["make it white", "keep the cup", "add 'x; y, add z'"],
    ],
    ["'tis fine; keep it", ["'tis fine", "keep it"]],
  ])("splits %s", (prompt, clauses) => {
    expect(splitClauses(prompt).map(({ text }) => text)).toEqual(clauses);
  });
});
