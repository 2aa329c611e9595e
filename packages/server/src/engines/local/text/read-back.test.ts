/** What was drawn is read back: by comparing with glyphs that HarfBuzz shaped on its own, and by OCR. */

import { describe, expect, it } from "vitest";
import { colourDistance, difference } from "./testing/compare.js";
import { drawOne, inkOf } from "./testing/draw-one.js";
import { renderEmoji } from "./testing/emoji.js";
import { shipped, slicedRuns } from "./testing/fonts.js";
import { readText } from "./testing/ocr.js";
import { type Run, renderRuns } from "./testing/shaped.js";

const LONG = 30_000;
/** Shares of the ink: rasterising twice differs by the first at most, a changed letter by the second at least. */
const SAME = 0.003;
const CHANGED = 0.004;

const run = (font: string, text: string, direction: "ltr" | "rtl" = "ltr", features = ""): Run => ({
  font: shipped(font),
  text,
  direction,
  features,
});
const arabic = (text: string, features = ""): Run => run("NotoSansArabic-ExtraBold", text, "rtl", features);
const hebrew = (text: string): Run => run("NotoSansHebrew-ExtraBold", text, "rtl");
const latin =
  (font: string) =>
  (text: string): Run =>
    run(font, text);

interface Case {
  readonly script: string;
  readonly text: string;
  /** In visual order, from left to right. */
  readonly runs: readonly Run[];
  /** The same with one letter changed. */
  readonly twin: readonly Run[];
}

const montserrat = latin("Montserrat-ExtraBold");
const noto = latin("NotoSans-ExtraBold");
const devanagari = latin("NotoSansDevanagari-ExtraBold");
const thai = latin("NotoSansThai-ExtraBold");

const CASES: readonly Case[] = [
  { script: "Latin", text: "ÀÉß office", runs: [montserrat("ÀÉß office")], twin: [montserrat("ÀÈß office")] },
  { script: "Vietnamese", text: "Đà Nẵng", runs: [montserrat("Đà Nẵng")], twin: [montserrat("Đà Nằng")] },
  { script: "Cyrillic", text: "Щёлково", runs: [montserrat("Щёлково")], twin: [montserrat("Щелково")] },
  { script: "Greek", text: "Ἑλλάς ώρα", runs: [noto("Ἑλλάς ώρα")], twin: [noto("Ἑλλάς ὥρα")] },
  {
    script: "Arabic",
    text: "استوديو مفتوح",
    runs: [arabic("استوديو مفتوح")],
    twin: [arabic("استوديو مفتوج")],
  },
  {
    script: "Arabic with numbers and Latin words",
    text: "افتتاح 2024 في London",
    runs: [
      run("NotoSansArabic-ExtraBold", "London"),
      arabic(" في "),
      run("NotoSansArabic-ExtraBold", "2024"),
      arabic("افتتاح "),
    ],
    twin: [
      arabic("افتتاح "),
      run("NotoSansArabic-ExtraBold", "2024"),
      arabic(" في "),
      run("NotoSansArabic-ExtraBold", "London"),
    ],
  },
  { script: "Hebrew", text: "סטודיו פתוח", runs: [hebrew("סטודיו פתוח")], twin: [hebrew("סטודיו פתוה")] },
  {
    script: "Hebrew with a number",
    text: "הנחה 25 היום!",
    runs: [hebrew(" היום!"), run("NotoSansHebrew-ExtraBold", "25"), hebrew("הנחה ")],
    twin: [hebrew(" היום!"), run("NotoSansHebrew-ExtraBold", "52"), hebrew("הנחה ")],
  },
  {
    script: "Devanagari",
    text: "स्टूडियो क्षत्रिय",
    runs: [devanagari("स्टूडियो क्षत्रिय")],
    twin: [devanagari("स्टुडियो क्षत्रिय")],
  },
  { script: "Thai", text: "ที่นี่เปิดแล้ว", runs: [thai("ที่นี่เปิดแล้ว")], twin: [thai("ที่นี้เปิดแล้ว")] },
  {
    script: "simplified Chinese",
    text: "工作室开放，欢迎",
    runs: slicedRuns("sc", "工作室开放，欢迎", 800),
    twin: slicedRuns("sc", "工作室开放，观迎", 800),
  },
  {
    script: "Japanese",
    text: "スタジオを公開",
    runs: slicedRuns("jp", "スタジオを公開", 800),
    twin: slicedRuns("jp", "スタシオを公開", 800),
  },
  {
    script: "Japanese beyond the basic plane",
    text: "𠮷野かな",
    runs: slicedRuns("jp", "𠮷野かな", 800),
    twin: slicedRuns("jp", "吉野かな", 800),
  },
  {
    script: "Korean",
    text: "스튜디오",
    runs: slicedRuns("kr", "스튜디오", 800),
    twin: slicedRuns("kr", "스튜디요", 800),
  },
];

const drawn = (text: string) => {
  const { picture, placed } = drawOne({ text });
  expect(placed.block.lines).toEqual([text]);
  return { ink: inkOf(picture), size: placed.block.size };
};

describe("glyphs", () => {
  it.each(CASES)(
    "of $script are those that HarfBuzz shapes, in the right order; one changed letter is noticed",
    async ({ text, runs, twin }) => {
      const { ink, size } = drawn(text);
      const own = difference(ink, await renderRuns(runs, size));
      const other = difference(ink, await renderRuns(twin, size));
      expect(own).toBeLessThan(SAME);
      expect(other).toBeGreaterThan(Math.max(CHANGED, 2 * own));
    },
    LONG,
  );

  it("of Arabic are joined: letters that stand alone, or in the order of writing, are noticed", async () => {
    const text = "مرحبا";
    const { ink, size } = drawn(text);
    expect(difference(ink, await renderRuns([arabic(text)], size))).toBeLessThan(SAME);
    const apart = arabic(text, "-init,-medi,-fina,-rlig,-liga,-calt");
    const logical = [...text].map((letter) => arabic(letter));
    expect(difference(ink, await renderRuns([apart], size))).toBeGreaterThan(0.1);
    expect(difference(ink, await renderRuns(logical, size))).toBeGreaterThan(0.1);
  });

  it("of Devanagari are syllables: signs one by one are noticed", async () => {
    const text = "क्षत्रिय";
    const { ink, size } = drawn(text);
    const signs = [...text].map((sign) => devanagari(sign));
    expect(difference(ink, await renderRuns(signs, size))).toBeGreaterThan(0.1);
  });

  it("are none of them boxes, which would be noticed", async () => {
    for (const text of ["مرحبا", "สวัสดี", "工作室"]) {
      const { ink, size } = drawn(text);
      const boxes = [...text].map(() => run("NotoSansSymbols2-Regular", "□"));
      expect(difference(ink, await renderRuns(boxes, size))).toBeGreaterThan(0.1);
    }
  });

  it.each([
    ["light", "NotoSansArabic-Light", 300],
    ["regular", "NotoSansArabic-Medium", 500],
  ] as const)("are of the weight that is asked for: %s", async (weight, font, number) => {
    const { picture, placed } = drawOne({ text: "مرحبا", weight });
    const { size } = placed.block;
    expect(difference(inkOf(picture), await renderRuns([run(font, "مرحبا", "rtl")], size))).toBeLessThan(
      SAME,
    );
    const chinese = drawOne({ text: "工作室", weight });
    const expected = await renderRuns(slicedRuns("sc", "工作室", number), chinese.placed.block.size);
    expect(difference(inkOf(chinese.picture), expected)).toBeLessThan(SAME);
    const bold = await renderRuns(slicedRuns("sc", "工作室", 800), chinese.placed.block.size);
    expect(difference(inkOf(chinese.picture), bold)).toBeGreaterThan(CHANGED);
  });
});

describe("emoji", () => {
  it.each([
    ["of one character", "🔥", "🍞"],
    ["with a tone of skin", "👍🏽", "👍🏿"],
    ["that is a flag", "🇩🇪", "🇧🇪"],
    ["that is a regional flag", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"],
    ["that is a keycap", "1️⃣", "2️⃣"],
    ["told to be one", "❤️", "💙"],
    ["of several people", "👩‍🚀", "👩‍🍳"],
    ["of two people with different skin", "🧑🏿‍🤝‍🧑🏻", "🧑🏻‍🤝‍🧑🏿"],
    ["that joins a sign to a picture", "🏳️‍🌈", "🏳️‍⚧️"],
    ["that joins a heart to a fire", "❤️‍🔥", "❤️‍🩹"],
  ])(
    "%s is one picture, in the font's own colours; another one is noticed",
    async (_, cluster, twin) => {
      const { picture, placed } = drawOne({ text: cluster });
      const { size } = placed.block;
      const own = colourDistance(picture, await renderEmoji(cluster, size));
      const other = colourDistance(picture, await renderEmoji(twin, size));
      expect(own).toBeLessThan(0.015);
      expect(other).toBeGreaterThan(Math.max(0.025, 2 * own));
    },
    LONG,
  );
});

describe("a reader of another make", () => {
  it.each([
    ["ell", "headline", "ΑΝΟΙΧΤΟ ΣΤΟΥΝΤΙΟ"],
    ["ell", "caption", "Φρέσκος καφές κάθε μέρα"],
    ["ara", "headline", "استوديو مفتوح"],
    ["ara", "caption", "قهوة طازجة كل يوم من الساعة 8:30 صباحا"],
    ["heb", "headline", "סטודיו פתוח היום"],
    ["hin", "headline", "स्टूडियो खुला है"],
    ["tha", "headline", "สตูดิโอเปิดแล้ว"],
  ] as const)(
    "finds in %s, as a %s, “%s”",
    async (language, role, text) => {
      expect(await readText(drawOne({ text, role }).picture, language)).toBe(text);
    },
    LONG,
  );

  it("finds another text where another one is drawn", async () => {
    const { picture } = drawOne({ text: "استوديو مغلق" });
    expect(await readText(picture, "ara")).not.toBe("استوديو مفتوح");
  });
});
