import { describe, expect, it } from "vitest";
import { type Subject, subjectOf } from "../composition.js";
import type { Anchor, NamedColour } from "../instructions/operations.js";
import { planeOf, type Raster } from "../picture/raster.js";
import { contrast, luminance, type Rgb } from "./contrast.js";
import { composeHeadline } from "./headline.js";
import { typesetterOf } from "./ink.js";
import { overlaps } from "./places.js";
import { emptyScene, plain } from "./testing/draw-one.js";
import {
  composeTexts,
  drawTexts,
  type PlacedText,
  prepareTexts,
  type Scene,
  type TextRequest,
} from "./texts.js";

const FRAME = { width: 900, height: 600 };
const ANCHORS: readonly Anchor[] = (["top", "middle", "bottom"] as const).flatMap((vertical) =>
  (["left", "centre", "right"] as const).map((horizontal) => ({ vertical, horizontal })),
);

type Asked = Partial<TextRequest> & { readonly text: string };
const request = (asked: Asked): TextRequest => ({ role: "headline", words: `add ‘${asked.text}’`, ...asked });

function compose(asked: readonly Asked[], scene: Scene = emptyScene(FRAME)) {
  const prepared = prepareTexts(asked.map(request));
  expect(prepared.ignored).toEqual([]);
  return composeTexts(prepared.texts, scene);
}

function draw(asked: readonly Asked[], picture: Raster) {
  const { placed, ignored } = compose(asked, emptyScene(picture));
  expect(ignored).toEqual([]);
  return { placed, sentences: drawTexts(picture, placed).map(({ detail }) => detail) };
}

/** A subject that fills the box of the given shares. */
function subjectIn(left: number, top: number, right: number, bottom: number): Subject {
  const size = { width: 90, height: 60 };
  const alpha = planeOf(size, (index) => {
    const [x, y] = [(index % 90) / 90, Math.floor(index / 90) / 60];
    return x >= left && x < right && y >= top && y < bottom ? 1 : 0;
  });
  const subject = subjectOf(alpha);
  if (!subject) throw new Error("no subject");
  return subject;
}

const named = (name: string, ...rgb: [number, number, number]): NamedColour => ({ name, rgb });

/** Contrast of the most frequent strong colour of the letters to that of the ground, as WCAG has it. */
function measured(picture: Raster, { box }: PlacedText, letters: Rgb): number {
  const values: number[] = [];
  for (let y = Math.ceil(box.top); y < Math.floor(box.bottom); y++) {
    for (let x = Math.ceil(box.left); x < Math.floor(box.right); x++) {
      const at = (y * picture.width + x) * 3;
      const pixel = [picture.data[at] ?? 0, picture.data[at + 1] ?? 0, picture.data[at + 2] ?? 0] as const;
      values.push(contrast(luminance(letters), luminance(pixel)));
    }
  }
  values.sort((a, b) => a - b);
  return values[Math.floor(values.length * 0.75)] ?? 0;
}

/** Pixels of the outermost lines that are no longer white. */
function inkAtEdges({ width, height, data }: Raster): number {
  let found = 0;
  for (let index = 0; index < width * height; index++) {
    const [x, y] = [index % width, Math.floor(index / width)];
    const atEdge = x === 0 || y === 0 || x === width - 1 || y === height - 1;
    if (atEdge && data[index * 3] !== 255) found++;
  }
  return found;
}

/** How many pixels have exactly that colour, and the pixels a little beside the outermost of them in each row. */
function aroundLetters({ width, height, data }: Raster, [red, green, blue]: Rgb) {
  const besides: Rgb[] = [];
  let letters = 0;
  for (let y = 0; y < height; y++) {
    let first = -1;
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      if (data[at] !== red || data[at + 1] !== green || data[at + 2] !== blue) continue;
      letters++;
      if (first < 0) first = x;
    }
    const at = (y * width + first - 3) * 3;
    if (first > 2) besides.push([data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]);
  }
  return { letters, besides };
}

describe("several texts in one picture", () => {
  const many: readonly Asked[] = [
    { text: "OPEN STUDIO" },
    { text: "كل يوم من الثامنة", role: "caption" },
    { text: "Kaffee", role: "caption" },
    { text: "เปิดแล้ว", role: "label", position: { vertical: "top", horizontal: "centre" } },
    { text: "新しい", role: "label" },
    { text: "−50 %", role: "label" },
    { text: "Second headline", position: { vertical: "middle", horizontal: "left" } },
  ];

  it("never overlap each other, whatever is asked", () => {
    const { placed, ignored } = compose(many);
    expect(ignored).toEqual([]);
    expect(placed.map(({ text }) => text.request.text)).toEqual(many.map(({ text }) => text));
    for (const [index, one] of placed.entries()) {
      for (const other of placed.slice(index + 1)) expect(overlaps(one.box, other.box)).toBe(false);
    }
  });

  it.each(ANCHORS)("make way for each other at one place: $vertical $horizontal", (position) => {
    const texts = (["headline", "caption", "label", "label"] as const).map((role, index) => ({
      text: `Number ${index}`,
      role,
      position,
    }));
    const { placed, ignored } = compose(texts);
    expect(placed.length + ignored.length).toBe(4);
    expect(placed.length).toBeGreaterThanOrEqual(3);
    for (const [index, one] of placed.entries()) {
      for (const other of placed.slice(index + 1)) expect(overlaps(one.box, other.box)).toBe(false);
    }
  });

  it("are refused, with the reason, when no room is left", () => {
    const texts = Array.from({ length: 60 }, (_, index) => ({
      text: `Label number ${index}`,
      role: "label" as const,
    }));
    const { placed, ignored } = compose(texts);
    expect(placed.length).toBeGreaterThan(8);
    expect(ignored.length).toBe(60 - placed.length);
    expect(ignored[0]?.reason).toMatch(/no room left/);
    expect(ignored[0]?.instruction).toMatch(/^add ‘Label number \d+’$/);
  });
});

describe("a place that is asked for", () => {
  it.each(ANCHORS)("is kept, in each role: $vertical $horizontal", (position) => {
    for (const role of ["headline", "caption", "label"] as const) {
      const [one] = compose([{ text: "Open", role, position }]).placed;
      const box = one?.box ?? { left: 0, top: 0, right: 0, bottom: 0 };
      const middle = {
        x: (box.left + box.right) / 2 / FRAME.width,
        y: (box.top + box.bottom) / 2 / FRAME.height,
      };
      const third = (share: number): number => Math.min(2, Math.floor(share * 3));
      expect({ role, across: third(middle.x), down: third(middle.y) }).toEqual({
        role,
        across: ["left", "centre", "right"].indexOf(position.horizontal),
        down: ["top", "middle", "bottom"].indexOf(position.vertical),
      });
    }
  });

  it("is taken over from the subject: it makes room above, or below, as asked", () => {
    const subject = subjectIn(0.3, 0.1, 0.7, 0.9);
    const scene = { ...emptyScene(FRAME), subject, movable: true };
    for (const vertical of ["top", "bottom"] as const) {
      const asked = [{ text: "OPEN STUDIO", position: { vertical, horizontal: "centre" } as const }];
      const { placement, placed } = compose(asked, scene);
      expect(placement.scale).toBeLessThan(1);
      expect(placed[0]?.covered).toBeLessThan(0.005);
    }
  });

  it("does not move a subject that is cut off at that side, or that must not move", () => {
    const cut = { ...emptyScene(FRAME), subject: subjectIn(0.3, 0.1, 0.7, 1), movable: true };
    const asked = [{ text: "OPEN STUDIO", position: { vertical: "bottom", horizontal: "centre" } as const }];
    expect(compose(asked, cut).placement).toBe(cut.placement);
    const fixed = { ...cut, subject: subjectIn(0.3, 0.1, 0.7, 0.9), movable: false };
    expect(compose(asked, fixed).placement).toBe(fixed.placement);
  });
});

describe("a headline with a caption", () => {
  it("leaves the subject between the two", () => {
    const scene = { ...emptyScene(FRAME), subject: subjectIn(0.3, 0.1, 0.7, 0.9), movable: true };
    const texts: Asked[] = [{ text: "OPEN" }, { text: "every day", role: "caption" }];
    const { placed, placement } = compose(texts, scene);
    expect(placement.scale).toBeLessThan(1);
    expect(placed.map(({ covered }) => covered < 0.005)).toEqual([true, true]);
  });

  it("leaves it as it is where neither covers it", () => {
    const scene = { ...emptyScene(FRAME), subject: subjectIn(0.3, 0.4, 0.7, 0.7), movable: true };
    const { placement } = compose([{ text: "OPEN" }, { text: "every day", role: "caption" }], scene);
    expect(placement).toBe(scene.placement);
  });

  it("moves the subject for a caption alone, too", () => {
    const scene = { ...emptyScene(FRAME), subject: subjectIn(0.3, 0.2, 0.7, 0.95), movable: true };
    const { placement, placed } = compose([{ text: "every day", role: "caption" }], scene);
    expect(placement.top).not.toBe(scene.placement.top);
    expect(placed[0]?.covered).toBeLessThan(0.005);
  });

  it("alone, is where it always was", () => {
    const scene = { ...emptyScene(FRAME), subject: subjectIn(0.3, 0.1, 0.7, 0.9), movable: true };
    const [prepared] = prepareTexts([request({ text: "OPEN STUDIO" })]).texts;
    if (!prepared) throw new Error("not drawable");
    const composed = composeHeadline("OPEN STUDIO", typesetterOf(prepared.setting), scene);
    const { placement, placed } = composeTexts([prepared], scene);
    expect(placement).toEqual(composed?.placement);
    expect(placed[0]).toMatchObject({ top: composed?.headline.top, block: composed?.headline.block });
  });
});

describe("sizes", () => {
  it.each(["headline", "caption", "label"] as const)("of a %s are small, usual and large", (role) => {
    const sizes = ([{ size: "small" }, {}, { size: "large" }] as const).map(
      (asked) => compose([{ text: "Open", role, ...asked }]).placed[0]?.block.size ?? 0,
    );
    expect(sizes[1]).toBeGreaterThan((sizes[0] ?? 0) * 1.2);
    expect(sizes[2]).toBeGreaterThan((sizes[1] ?? 0) * 1.2);
  });

  it("shrink for a long caption, which has two lines, and one that is too long is refused", () => {
    const text =
      "Fresh coffee every day of the week, from eight in the morning until late in the evening, ".repeat(2);
    const [placed] = compose([{ text, role: "caption" }]).placed;
    expect(placed?.block.lines).toHaveLength(2);
    const { placed: none, ignored } = compose([{ text: text.repeat(4), role: "caption" }]);
    expect(none).toEqual([]);
    expect(ignored[0]?.reason).toBe("the text is too long to be legible in the picture");
  });
});

describe("colours", () => {
  const grounds = [
    ["white", [255, 255, 255]],
    ["black", [0, 0, 0]],
    ["mid grey", [119, 119, 119]],
    ["red", [200, 30, 30]],
  ] as const;

  it.each(grounds)("are chosen to read on %s, in each role", (_, ground) => {
    for (const role of ["headline", "caption", "label"] as const) {
      const picture = plain(FRAME, ground);
      const { placed, sentences } = draw([{ text: "Legible", role }], picture);
      const letters: Rgb = /white(?! plate)/u.test(sentences[0] ?? "") ? [255, 255, 255] : [20, 22, 26];
      const [one] = placed;
      if (!one) throw new Error("not placed");
      expect(measured(picture, one, letters)).toBeGreaterThanOrEqual(4.5);
      expect(Number(/contrast (\S+):1/.exec(sentences[0] ?? "")?.[1])).toBeGreaterThanOrEqual(4.5);
    }
  });

  const asked = [named("navy", 0, 0, 128), named("gold", 255, 215, 0), named("grey", 128, 128, 128)];

  it.each(grounds)(
    "that are asked for are used exactly on %s, outlined where they would not read",
    (_, ground) => {
      for (const colour of asked) {
        const picture = plain(FRAME, ground);
        const { sentences } = draw([{ text: "HHH", colour }], picture);
        const own = luminance(colour.rgb);
        const onGround = contrast(own, luminance(ground));
        const { letters, besides } = aroundLetters(picture, colour.rgb);
        expect(letters).toBeGreaterThan(1000);
        expect(sentences[0]).toContain(`px, ${colour.name}`);
        expect(/outline/u.test(sentences[0] ?? "")).toBe(onGround < 3);
        for (const pixel of besides)
          expect(contrast(own, luminance(pixel))).toBeGreaterThanOrEqual(onGround < 3 ? 4.5 : 3);
      }
    },
  );

  it("that are asked for leave the picture as it is but for the letters and their outline", () => {
    const picture = plain(FRAME, [255, 255, 255]);
    const [one] = draw([{ text: "HHH", colour: named("gold", 255, 215, 0) }], picture).placed;
    const changed = picture.data.findIndex((value, at) => {
      const y = Math.floor(at / 3 / FRAME.width);
      return value !== 255 && (y < (one?.box.top ?? 0) || y > (one?.box.bottom ?? 0));
    });
    expect(changed).toBe(-1);
  });

  it("suit most of the ground where any needs a veil: a light one among dark stripes, and the reverse", () => {
    for (const [share, colour] of [
      [0.2, "dark"],
      [0.8, "white"],
    ] as const) {
      const picture = plain(FRAME, [235, 235, 235]);
      for (let at = 0; at < picture.data.length; at++) {
        if (Math.floor(at / 3) % 50 < 50 * share) picture.data[at] = 20;
      }
      expect(draw([{ text: "HHH" }], picture).sentences[0]).toContain(`px, ${colour}`);
    }
  });
});

describe("what is drawn", () => {
  const scripts: readonly Asked[] = [
    { text: "Straße Đà Nẵng" },
    { text: "قهوة طازجة 8:30", role: "caption" },
    { text: "新しい 🔥", role: "label" },
  ];

  it("is the same, byte for byte, every time", () => {
    const [one, other] = [plain(FRAME, [90, 60, 40]), plain(FRAME, [90, 60, 40])];
    expect(draw(scripts, one).sentences).toEqual(draw(scripts, other).sentences);
    expect(Buffer.from(one.data).equals(Buffer.from(other.data))).toBe(true);
    const third = plain(FRAME, [90, 60, 40]);
    draw([...scripts.slice(0, 2), { text: "新しい 💧", role: "label" }], third);
    expect(Buffer.from(one.data).equals(Buffer.from(third.data))).toBe(false);
  });

  it.each([
    [320, 900],
    [900, 320],
    [640, 640],
  ])("stays inside a picture of %d × %d, at every place and in every script", (width, height) => {
    const texts = ["Ǻgjy", "ติดตั้งที่นี่", "क्ष्म्य", "قهوة", "漢字", "👩‍👩‍👧‍👦"];
    for (const [index, position] of ANCHORS.entries()) {
      for (const role of ["headline", "caption", "label"] as const) {
        const picture = plain({ width, height }, [255, 255, 255]);
        const text = texts[(index + role.length) % texts.length] ?? "";
        draw([{ text, role, position }], picture);
        expect(inkAtEdges(picture)).toBe(0);
      }
    }
  });

  it("becomes opaque in a transparent picture, and nothing else does", () => {
    const picture = plain(FRAME, [255, 255, 255]);
    const opacity = planeOf(FRAME, () => 0);
    const { placed } = compose([{ text: "OPEN" }, { text: "new", role: "label" }]);
    const [sentence] = drawTexts(picture, placed, opacity);
    const opaque = opacity.data.filter((value) => value === 1).length;
    expect(opaque).toBeGreaterThan(5000);
    expect(sentence?.detail).toMatch(/dark with a white outline, contrast 18\.1:1\.$/u);
    expect(opaque).toBeLessThan(FRAME.width * FRAME.height * 0.3);
    const leaked = opacity.data.findIndex((value, index) => value === 0 && picture.data[index * 3] !== 255);
    expect(leaked).toBe(-1);
  });

  it("is told of in a sentence: fonts, size, colour, contrast", () => {
    const { sentences } = draw(scripts, plain(FRAME, [255, 255, 255]));
    expect(sentences[0]).toMatch(
      /^Drew “Straße Đà Nẵng” in Montserrat ExtraBold, \d+ px, dark, contrast \d+\.\d:1\.$/u,
    );
    expect(sentences[1]).toContain("in Noto Sans Arabic Medium, ");
    expect(sentences[2]).toMatch(
      /in Noto Sans JP and Noto Color Emoji, \d+ px, white on a dark plate, contrast/u,
    );
  });

  it("has no contrast where it is nothing but pictures", () => {
    const { sentences } = draw([{ text: "🔥" }], plain(FRAME, [255, 255, 255]));
    expect(sentences[0]).toMatch(/^Drew “🔥” in Noto Color Emoji, \d+ px, in its own colours\.$/u);
  });

  it("is not what no font has: the prompt's words come back with the reason", () => {
    const { texts, ignored } = prepareTexts([request({ text: "OK" }), request({ text: "\u{13000}" })]);
    expect(texts.map(({ request: { text } }) => text)).toEqual(["OK"]);
    expect(ignored).toEqual([
      { instruction: "add ‘\u{13000}’", reason: "the engine knows no font that has “\u{13000}”" },
    ]);
  });
});
