import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCanvas } from "@napi-rs/canvas";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assetPath } from "./assets.js";
import { coverageOf, covers } from "./coverage.js";
import { typesetterOf } from "./ink.js";
import { type ShippedFamily, shippedFace } from "./shipped-faces.js";
import { EMOJI_FILE } from "./testing/fonts.js";
import { shape } from "./testing/shaped.js";
import { type Typesetting, typeset } from "./typesetting.js";

const require = createRequire(import.meta.url);
let empty = "";
beforeAll(() => {
  empty = mkdtempSync(join(tmpdir(), "model-api-no-fonts-"));
});
afterAll(() => rmSync(empty, { recursive: true }));

function settingOf(text: string, folders?: readonly string[]): Typesetting {
  const result = typeset(text, "bold", folders);
  if ("reason" in result) throw new Error(result.reason);
  return result.setting;
}

const titles = (text: string): string[] => settingOf(text).faces.map(({ title }) => title);

describe("the fonts of a text", () => {
  it.each([
    ["OPEN STUDIO", ["Montserrat ExtraBold"]],
    ["ОТКРЫТО", ["Montserrat ExtraBold"]],
    ["ΑΝΟΙΧΤΟ studio", ["Noto Sans ExtraBold"]],
    ["قهوة", ["Noto Sans Arabic ExtraBold"]],
    ["שלום Ω", ["Noto Sans Hebrew ExtraBold", "Noto Sans ExtraBold"]],
    ["हिन्दी", ["Noto Sans Devanagari ExtraBold"]],
    ["ไทย ★", ["Noto Sans Thai ExtraBold", "Noto Sans Symbols 2 Regular"]],
    ["SALE 🔥", ["Montserrat ExtraBold", "Noto Color Emoji"]],
    ["I ❤ NY ★", ["Montserrat ExtraBold", "Noto Sans Symbols 2 Regular", "Noto Color Emoji"]],
    ["开放", ["Noto Sans SC"]],
    ["ㄅㄆ", ["Noto Sans TC"]],
    ["한국어 2024", ["Noto Sans ExtraBold", "Noto Sans KR"]],
  ])("%s: %j", (text, expected) => {
    expect([...new Set(titles(text))]).toEqual(expected);
  });

  it("are one for all the Japanese of a text, where one has it", () => {
    expect(new Set(titles("毎朝かな漢字𠮷"))).toEqual(new Set(["Noto Sans JP"]));
  });

  it("tell the direction and the language", () => {
    expect(settingOf("2024 قهوة")).toMatchObject({ direction: "rtl", language: "ar" });
    expect(settingOf("Café שלום")).toMatchObject({ direction: "ltr", language: "he" });
    expect(settingOf("かな")).toMatchObject({ direction: "ltr", language: "ja" });
  });
});

describe("a text of nothing but joiners and spaces", () => {
  it("is refused", () => {
    expect(typeset(" \u200d\u200f ", "bold")).toEqual({
      reason: "there is nothing in it that could be seen",
    });
  });
});

describe("a font that is not installed", () => {
  it.each([
    ["工作室", "@fontsource-variable/noto-sans-sc", "4.9 MB"],
    ["ㄅㄆㄇ", "@fontsource-variable/noto-sans-tc", "4.7 MB"],
    ["カフェ", "@fontsource-variable/noto-sans-jp", "5.8 MB"],
    ["카페", "@fontsource-variable/noto-sans-kr", "3.8 MB"],
    ["SALE 🔥", "@fontsource/noto-color-emoji", "24.7 MB"],
  ])("for %s is named, with its size: %s", (text, name, size) => {
    const result = typeset(text, "bold", [empty]);
    expect(result).toEqual({ reason: expect.stringContaining(`npm install ${name} (${size})`) });
  });

  it("is found in any of the folders, and not needed for other texts", () => {
    const packages = join(empty, "project", "node_modules", "@fontsource-variable");
    mkdirSync(packages, { recursive: true });
    const installed = require.resolve("@fontsource-variable/noto-sans-kr/package.json");
    symlinkSync(join(installed, ".."), join(packages, "noto-sans-kr"));
    const folders = [empty, join(empty, "project")];
    expect(settingOf("카페", folders).faces[0]?.title).toBe("Noto Sans KR");
    expect(typeset("カフェ", "bold", folders)).toHaveProperty("reason");
    expect(settingOf("Café", [empty]).faces).toHaveLength(1);
  });

  it("does not help with a character that no font has", () => {
    const result = typeset("\u{13000}\u{13001}", "bold");
    expect(result).toEqual({ reason: "the engine knows no font that has “\u{13000}”, “\u{13001}”" });
  });

  it("is not told of by a list of a thousand characters", () => {
    const text = Array.from({ length: 1000 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join("");
    const result = typeset(text, "bold", [empty]);
    expect("reason" in result && result.reason.length).toBeLessThan(300);
  });
});

describe("coverage", () => {
  it("reads a table of all of Unicode", () => {
    const coverage = coverageOf(readFileSync(EMOJI_FILE));
    expect(["🔥", "👍🏽", "👩‍👩‍👧‍👦", "a", "漢"].map((cluster) => covers(coverage, cluster))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it("reads what the font's own tables say, in TrueType as in WOFF2", async () => {
    const { convert } = require("fontverter") as {
      convert: (font: Buffer, format: "sfnt") => Promise<Buffer>;
    };
    const bytes = readFileSync(assetPath("fonts", "NotoSansThai-Medium.subset.woff2"));
    expect(coverageOf(await convert(bytes, "sfnt"))).toEqual(coverageOf(bytes));
  });
});

describe("the fonts that are shipped", () => {
  const index: { file: string; bytes: number; sha256: string }[] = JSON.parse(
    readFileSync(assetPath("fonts", "fonts.json"), "utf8"),
  );

  it.each(index)("$file is what was made", ({ file, bytes, sha256 }) => {
    const data = readFileSync(assetPath("fonts", file));
    expect(data.length).toBe(bytes);
    expect(createHash("sha256").update(data).digest("hex")).toBe(sha256);
    expect(readFileSync(assetPath("fonts", "README.md"), "utf8")).toContain(
      `| \`${file}\` | ${(bytes / 1000).toFixed(1)} |`,
    );
  });

  /** Each character alone, on the canvas and by HarfBuzz: a font of the system would have another width here and there. */
  it.each([
    "Montserrat",
    "NotoSans",
    "NotoSansArabic",
    "NotoSansHebrew",
    "NotoSansDevanagari",
    "NotoSansThai",
    "NotoSansSymbols2",
  ] as ShippedFamily[])("draw each character of %s themselves", async (family) => {
    const face = shippedFace(family, "bold");
    const style = family === "NotoSansSymbols2" ? "Regular" : "ExtraBold";
    const font = assetPath("fonts", `${family}-${style}.subset.woff2`);
    const base = settingOf("a");
    const typesetter = typesetterOf({ ...base, faces: [face] });
    const characters = [...face.coverage]
      .map((code) => String.fromCodePoint(code))
      .filter(
        (character) =>
          /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) && !/\p{Emoji_Presentation}/u.test(character),
      );
    expect(characters.length).toBeGreaterThan(80);
    const wrong: string[] = [];
    for (const character of characters) {
      const { advance } = await shape({ text: character, font, direction: "ltr" });
      if (Math.abs(advance - typesetter.measure(character)) > 0.006) wrong.push(character);
    }
    expect(wrong).toEqual([]);
  });
});

describe("the fonts of the operating system", () => {
  /** Draws all the scripts in a process of its own, with `home` as the user's folder of fonts. */
  const run = (home: string): { drawn: string; control: number } => {
    const script = new URL("./testing/draw-scripts.ts", import.meta.url).pathname;
    const flags = ["--import", "tsx", "--conditions=@model-api/source", script];
    const env = { ...process.env, HOME: home };
    return JSON.parse(execFileSync(process.execPath, flags, { env, encoding: "utf8" }));
  };

  it("change nothing, though the canvas would use them", async () => {
    const { convert } = require("fontverter") as {
      convert: (font: Buffer, format: "sfnt") => Promise<Buffer>;
    };
    const fonts = join(empty, "home", ".fonts");
    mkdirSync(fonts, { recursive: true });
    // A font of another weight that has all the letters of the shipped ones, and one that has what they lack.
    for (const file of [
      assetPath("fonts", "NotoSans-Light.subset.woff2"),
      assetPath("fonts", "NotoSansArabic-Light.subset.woff2"),
      EMOJI_FILE,
    ]) {
      const name = `${createHash("sha256").update(file).digest("hex")}.ttf`;
      writeFileSync(join(fonts, name), await convert(readFileSync(file), "sfnt"));
    }
    const [without, having] = [run(join(empty, "nobody")), run(join(empty, "home"))];
    expect(having.control).not.toBe(without.control);
    expect(having.drawn).toBe(without.drawn);
  }, 60_000);

  it("would be seen: a canvas measures a character that no registered font has", () => {
    const context = createCanvas(1, 1).getContext("2d");
    context.font = `100px "${shippedFace("Montserrat", "bold").family}"`;
    expect(context.measureText("A").width).toBeGreaterThan(0);
  });
});
