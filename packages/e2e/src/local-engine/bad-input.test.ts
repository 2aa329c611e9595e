import sharp from "sharp";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { cleanUp, type Served, serve, temporaryFolder } from "../harness.js";
import { type Edited, edit } from "./edits.js";
import { animated, BRICK, bomb, coffee, corrupted, plain, quarters } from "./pictures.js";

const RED = [200, 30, 30] as const;
const GREEN = [30, 160, 60] as const;
const BLUE = [30, 60, 200] as const;
const WHITE = [240, 240, 240] as const;
const BRICK_COLOUR = [BRICK.r, BRICK.g, BRICK.b] as const;
const LANDSCAPE = "1248×832";

let served: Served;
beforeAll(async () => {
  served = await serve(temporaryFolder());
});
afterAll(cleanUp);

/** Whatever came before: the next caller is answered, with the right picture. */
afterEach(async () => {
  const next = await edit(served, [await (await quarters(60, 40)).png().toBuffer()]);
  expect([next.status, next.size]).toEqual(["completed", LANDSCAPE]);
  expectColour(next, [0.2, 0.2], RED, 3);
  expectColour(next, [0.8, 0.8], WHITE, 3);
});

function expectColour(
  edited: Edited,
  [x, y]: readonly [number, number],
  colour: readonly number[],
  tolerance: number,
): void {
  const actual = edited.at(x, y);
  const off = Math.max(...actual.map((value, channel) => Math.abs(value - (colour[channel] ?? Number.NaN))));
  expect({ actual, near: off <= tolerance }).toEqual({ actual, near: true });
}

describe("what is no picture, or too much of one, fails with the input's name", () => {
  test.each<[name: string, file: () => Buffer | Promise<Buffer>, says: RegExp]>([
    ["a PNG with wrong bytes in it", () => corrupted(coffee), /decoded/],
    [
      "a JPEG with wrong bytes in it",
      async () => corrupted(await sharp(coffee).jpeg().toBuffer()),
      /decoded/,
    ],
    ["a PNG that ends too early", () => coffee.subarray(0, coffee.length / 2), /decoded/],
    [
      "a JPEG that ends too early",
      async () => (await sharp(coffee).jpeg().toBuffer()).subarray(0, 20_000),
      /decoded/,
    ],
    [
      "a WebP that ends too early",
      async () => (await sharp(coffee).webp().toBuffer()).subarray(0, 10_000),
      /decoded/,
    ],
    [
      "an SVG",
      () => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"/>`),
      /not an image|svg/i,
    ],
    ["text", () => Buffer.from("this is not a picture"), /not an image/],
    ["more than a hundred megapixels", () => bomb(10_001, 10_000), /100/],
    ["a hundred megapixels in several passes", () => bomb(10_000, 10_000, true), /at most 89 million/],
  ])("%s", async (_, file, says) => {
    const { status, error } = await edit(served, [await file()]);
    expect([status, error?.code]).toEqual(["failed", "invalid_media"]);
    expect(error?.message).toMatch(says);
    expect(error?.message).toMatch(/images\[0\]|image /);
    expect(error?.message).not.toMatch(/node_modules|\.js|at .*:\d+:\d+/);
  });

  test("the one of several that is broken is named", async () => {
    const good = await plain().png().toBuffer();
    const prompt = "put the pictures side by side";
    const { status, error } = await edit(served, [good, good, corrupted(coffee)], { prompt });
    expect([status, error?.code]).toEqual(["failed", "invalid_media"]);
    expect(error?.message).toContain("images[2]");
  });
});

describe("unusual pictures come out right", () => {
  test.each(["webp", "gif"] as const)("an animated %s is one picture, and that is said", async (format) => {
    const { status, report } = await edit(served, [await animated(format)]);
    expect(status).toBe("completed");
    expect(JSON.parse(report).ignored).toContainEqual({
      instruction: "images[0]",
      reason: expect.stringMatching(/3 pictures.*first/),
    });
  });

  test.each<
    [name: string, file: () => Buffer | Promise<Buffer>, colour: readonly number[], tolerance: number]
  >([
    ["an animated WebP", () => animated("webp"), BRICK_COLOUR, 6],
    ["an animated GIF", () => animated("gif"), BRICK_COLOUR, 6],
    ["16 bits a channel", () => plain().toColourspace("rgb16").png().toBuffer(), BRICK_COLOUR, 1],
    ["Display P3", () => plain().withIccProfile("p3").png().toBuffer(), BRICK_COLOUR, 2],
    [
      "Display P3 with 16 bits a channel",
      () => plain().toColourspace("rgb16").withIccProfile("p3").png().toBuffer(),
      BRICK_COLOUR,
      2,
    ],
    [
      "CMYK",
      () => plain(60, 40, "#785a46").toColourspace("cmyk").jpeg({ quality: 100 }).toBuffer(),
      [120, 90, 70],
      18,
    ],
    ["grey", () => plain(60, 40, "#6e6e6e").toColourspace("b-w").png().toBuffer(), [110, 110, 110], 1],
    ["a palette", () => plain().png({ palette: true }).toBuffer(), BRICK_COLOUR, 1],
    ["a hundred megapixels in 12 kB", () => bomb(10_000, 6667), [0, 0, 0], 0],
  ])("%s", async (_, file, colour, tolerance) => {
    const edited = await edit(served, [await file()]);
    expect([edited.status, edited.size]).toEqual(["completed", LANDSCAPE]);
    expectColour(edited, [0.5, 0.5], colour, tolerance);
    expectColour(edited, [0.02, 0.98], colour, tolerance);
  });

  test("a single pixel", async () => {
    const edited = await edit(served, [await plain(1, 1).png().toBuffer()]);
    expect([edited.status, edited.size]).toEqual(["completed", "1024×1024"]);
    expectColour(edited, [0.99, 0.01], BRICK_COLOUR, 1);
  });

  /** The colours of the upper left and the lower right corner after each turn. */
  test.each([
    [1, RED, WHITE],
    [2, GREEN, BLUE],
    [3, WHITE, RED],
    [4, BLUE, GREEN],
    [5, RED, WHITE],
    [6, BLUE, GREEN],
    [7, WHITE, RED],
    [8, GREEN, BLUE],
  ] as const)("EXIF orientation %i", async (orientation, first, last) => {
    const file = await (await quarters(60, 40)).withMetadata({ orientation }).png().toBuffer();
    const edited = await edit(served, [file]);
    expect([edited.status, edited.size]).toEqual(["completed", orientation < 5 ? LANDSCAPE : "832×1248"]);
    expectColour(edited, [0.2, 0.2], first, 3);
    expectColour(edited, [0.8, 0.8], last, 3);
    // Red has its neighbour to the right or below, whichever way the picture is turned.
    const beside =
      orientation < 5 ? { 1: GREEN, 2: RED, 3: BLUE, 4: WHITE } : { 5: BLUE, 6: RED, 7: GREEN, 8: WHITE };
    expectColour(edited, [0.8, 0.2], (beside as Record<number, readonly number[]>)[orientation] ?? [], 3);
  });

  test("ten pictures of ten different sizes", async () => {
    const sizes = [
      [60, 40],
      [1, 1],
      [40, 400],
      [400, 40],
      [1000, 700],
      [33, 77],
      [256, 256],
      [3, 2],
      [640, 360],
      [15, 1000],
    ] as const;
    const files = await Promise.all(sizes.map(([width, height]) => plain(width, height).png().toBuffer()));
    const edited = await edit(served, files, { prompt: "arrange all pictures in a grid" });
    expect([edited.status, edited.size]).toEqual(["completed", LANDSCAPE]);
  });
});

describe("unusual prompts", () => {
  test.each([
    ["32 kB of one letter", "x".repeat(32_768)],
    ["32 kB of sentences", "Make it rain, please. ".repeat(1490)],
    ["32 kB of quotes", "'\"«„“”»‘’ ".repeat(1500)],
    ["32 kB of an instruction that is understood", "add a headline that reads 'HELLO'; ".repeat(940)],
    ["only emoji", "🦊🎉👨‍👩‍👧‍👦🇺🇳✨"],
    ["control characters", "\u0000\u0007\u202e\ufeff"],
  ])("%s: the picture, and what was not understood is said", async (_, prompt) => {
    const edited = await edit(served, [await plain().png().toBuffer()], { prompt });
    expect([edited.status, edited.size]).toEqual(["completed", LANDSCAPE]);
    expectColour(edited, [0.01, 0.5], BRICK_COLOUR, 2);
    expect(edited.report).toContain("resize");
  });
});
