import { describe, expect, it } from "vitest";
import type { Raster } from "../picture/raster.js";
import { applyInk, contrastReached } from "./colour.js";
import { contrast, luminance } from "./contrast.js";
import { composeHeadline } from "./headline.js";
import { drawBlock, type Ink, typesetterOf } from "./ink.js";
import { layOut, type Typesetter } from "./layout.js";
import { typeset } from "./typesetting.js";

const monospace: Typesetter = {
  measure: (line) => line.length * 0.6,
  extent: () => ({ ascent: 0.9, descent: 0.3 }),
  capitals: true,
};
const limits = { width: 600, height: 300, largest: 120, smallest: 20 };

describe("layOut", () => {
  it("sets a short text on one line, as large as fits", () => {
    expect(layOut("OPEN STUDIO", monospace, { ...limits, height: 100 })).toMatchObject({
      lines: ["OPEN STUDIO"],
      size: 90,
    });
  });

  it("breaks a long one into even lines", () => {
    const block = layOut("one two three four five six", monospace, limits);
    expect(block?.lines).toEqual(["one two", "three four", "five six"]);
  });

  it("gives up rather than become illegible", () => {
    expect(layOut("word ".repeat(200), monospace, limits)).toBeUndefined();
    expect(layOut("x".repeat(80), monospace, limits)).toBeUndefined();
  });

  it("never splits a word", () => {
    expect(layOut("a extraordinarily b", monospace, { ...limits, height: 2000 })?.lines).toEqual([
      "a",
      "extraordinarily",
      "b",
    ]);
  });
});

describe("contrast", () => {
  it("agrees with WCAG's end points", () => {
    expect(contrast(luminance([0, 0, 0]), luminance([255, 255, 255]))).toBeCloseTo(21);
    expect(contrast(luminance([119, 119, 119]), luminance([255, 255, 255]))).toBeCloseTo(4.48, 2);
  });
});

describe("applyInk", () => {
  const frame = { width: 500, height: 300 };
  const flat = (level: (x: number) => number): Raster => {
    const data = Uint8Array.from({ length: frame.width * frame.height * 3 }, (_, i) =>
      level(Math.floor(i / 3) % frame.width),
    );
    return { ...frame, data };
  };
  const hello = (): Ink => {
    const result = typeset("HELLO", "bold");
    if ("reason" in result) throw new Error(result.reason);
    const block = layOut("HELLO", typesetterOf(result.setting), { ...limits, width: 400 });
    if (!block) throw new Error("does not fit");
    return drawBlock(block, result.setting, "centre", 250, 80);
  };

  it.each([
    ["light", (): number => 240, "dark", 0],
    ["dark", (): number => 20, "white", 0],
  ] as const)("chooses a colour for a %s ground", (_, level, colour, veil) => {
    expect(applyInk(flat(level), hello())).toMatchObject({ colour, veil });
  });

  it("lays a veil under text on stripes, and then it is legible", () => {
    const stripes = flat((x) => (x % 40 < 20 ? 0 : 255));
    expect(contrastReached(stripes, hello(), [255, 255, 255])).toBeLessThan(1.1);
    const { contrast: reached, veil } = applyInk(stripes, hello());
    expect(veil).toBeGreaterThan(0);
    expect(reached).toBeGreaterThanOrEqual(4.5);
  });
});

describe("composeHeadline", () => {
  it("finds a place for the largest headline when no subject is in its way", () => {
    const frame = { width: 1200, height: 800 };
    const placement = { scale: 1, picture: frame, left: 0, top: 0 };
    const scene = { frame, source: frame, placement, movable: true };
    const composed = composeHeadline("OPEN STUDIO", monospace, scene);
    expect(composed?.placement).toBe(placement);
    expect(composed?.headline).toMatchObject({ covered: 0, top: 60 });
  });
});
