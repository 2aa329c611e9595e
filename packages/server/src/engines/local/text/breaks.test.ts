import { describe, expect, it } from "vitest";
import { piecesOf } from "./breaks.js";
import { clustersOf } from "./clusters.js";
import { layOut, type Typesetter } from "./layout.js";

const pieces = (line: string, fineness: "words" | "characters" = "characters"): string[] =>
  piecesOf(line, fineness).map(({ text, spaced }) => (spaced ? `${text}_` : text));

describe("a line may end", () => {
  it.each([
    [
      "at spaces, never inside a word, a price or an address",
      "Only $3.50, see x.com/a-b",
      "Only_|$3.50,_|see_|x.com/a-b",
    ],
    ["after a dash between words", "well-known open-hearted e-mail", "well-|known_|open-|hearted_|e-mail"],
    ["not at a space that forbids it", "10\u00a0000 km", "10\u00a0000_|km"],
    ["between Arabic words", "قهوة طازجة كل يوم", "قهوة_|طازجة_|كل_|يوم"],
    ["between Korean words, not inside them", "매일 신선한 커피", "매일_|신선한_|커피"],
    ["between Thai words, which no space parts", "กาแฟสดทุกวัน", "กาแฟ|สด|ทุก|วัน"],
    ["between emoji, never inside one", "👩‍👩‍👧‍👦👍🏽🇩🇪🇫🇷", "👩‍👩‍👧‍👦|👍🏽|🇩🇪|🇫🇷"],
  ])("%s", (_, line, expected) => {
    expect(pieces(line).join("|")).toBe(expected);
  });

  it("between Chinese characters, but a line neither begins with a full stop nor ends with an opening bracket", () => {
    expect(pieces("欢迎光临！「你好」世界。").join("|")).toBe("欢|迎|光|临！|「你|好」|世|界。");
  });

  it("between Japanese characters, but never before a small one or a long vowel", () => {
    for (const piece of pieces("コーヒーショップで会いましょう、きっと。")) {
      expect(piece).not.toMatch(/^[ーョャュッょゃゅっ、。]/u);
    }
  });

  it("between whole Chinese words, where words are asked for", () => {
    const found = pieces("工作室开放，欢迎光临", "words");
    expect(found).toContain("工作室");
    expect(found.length).toBeLessThan(pieces("工作室开放，欢迎光临").length);
  });

  it("never inside a cluster, in any script", () => {
    for (const line of ["स्टूडियो खुला है", "ที่นี่เปิดแล้ว", "A👍🏽B", "𠮷野𠮷野", "e\u0301e\u0301 ok"]) {
      const found = piecesOf(line, "characters").flatMap(({ text, spaced }) => [
        text,
        ...(spaced ? [" "] : []),
      ]);
      expect(found.flatMap(clustersOf)).toEqual(clustersOf(line));
    }
  });
});

describe("layOut", () => {
  const square: Typesetter = {
    measure: (line) => [...line].length,
    extent: () => ({ ascent: 0.9, descent: 0.3 }),
    capitals: false,
  };
  const limits = { width: 600, height: 600, largest: 200, smallest: 20 };

  it("keeps the line feeds of the text", () => {
    expect(layOut("ab\ncdef", square, limits)?.lines).toEqual(["ab", "cdef"]);
    expect(layOut("a\nb\nc", square, { ...limits, mostLines: 2 })).toBeUndefined();
  });

  it("leaves no line with only a sign of punctuation", () => {
    const lines = layOut("欢迎光临工作室今日开放。", square, { ...limits, mostLines: 4 })?.lines ?? [];
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect([...line].length).toBeGreaterThan(1);
  });

  it("keeps the ink of lines apart where letters rise above capitals and fall below the line", () => {
    const block = layOut("ab\ncd", square, limits);
    expect(block?.leading).toBeGreaterThan((0.9 + 0.3) * (block?.size ?? 0));
    expect(block?.height).toBeCloseTo(
      (block?.ascent ?? 0) + (block?.leading ?? 0) + 0.3 * (block?.size ?? 0),
    );
  });

  it("refuses a text of thirty thousand words without measuring each", () => {
    let measured = 0;
    const measure = (line: string): number => {
      measured++;
      return line.length;
    };
    const counting = { ...square, measure };
    expect(layOut("word ".repeat(30_000), counting, limits)).toBeUndefined();
    expect(measured).toBeLessThan(10);
  });
});
