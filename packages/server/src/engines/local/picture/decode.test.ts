import { readFile } from "node:fs/promises";
import sharp, { type Color } from "sharp";
import { describe, expect, it } from "vitest";
import { decodePicture, decodingScale } from "./decode.js";
import type { Raster } from "./raster.js";
import { blankPng } from "./testing/blank-png.js";

const COFFEE = new URL("../../../../../e2e/fixtures/coffee.png", import.meta.url);
const BRICK = { r: 200, g: 60, b: 30 };

const plain = (background: Color = BRICK, width = 40, height = 30) =>
  sharp({ create: { width, height, channels: 3, background } });
const decode = (bytes: Uint8Array) => decodePicture(bytes, "images[0]");

function pixel({ width, data }: Raster, x: number, y: number): number[] {
  return [...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)];
}

/** Whether each channel is as near as rounding and a lossy file leave it. */
function expectNear(actual: readonly number[], expected: readonly number[], tolerance: number): void {
  const off = Math.max(
    ...actual.map((value, channel) => Math.abs(value - (expected[channel] ?? Number.NaN))),
  );
  expect([...actual, off <= tolerance]).toEqual([...actual, true]);
}

describe("decodePicture, colours", () => {
  it.each<[name: string, file: () => Promise<Buffer>, expected: number[], tolerance: number]>([
    ["8-bit sRGB", () => plain().png().toBuffer(), [200, 60, 30], 0],
    ["16 bits", () => plain().toColourspace("rgb16").png().toBuffer(), [200, 60, 30], 0],
    ["Display P3", () => plain().withIccProfile("p3").png().toBuffer(), [200, 60, 30], 1],
    [
      "Display P3 in 16 bits",
      () => plain().toColourspace("rgb16").withIccProfile("p3").png().toBuffer(),
      [200, 60, 30],
      1,
    ],
    ["a palette", () => plain().png({ palette: true }).toBuffer(), [200, 60, 30], 0],
    ["grey", () => plain("#6e6e6e").toColourspace("b-w").png().toBuffer(), [110, 110, 110], 0],
    ["grey in 16 bits", () => plain("#6e6e6e").toColourspace("grey16").png().toBuffer(), [110, 110, 110], 1],
    [
      "CMYK with its profile",
      () => plain({ r: 120, g: 90, b: 70 }).toColourspace("cmyk").jpeg({ quality: 100 }).toBuffer(),
      [120, 90, 70],
      17,
    ],
  ])("reads %s", async (_, file, expected, tolerance) => {
    const { raster } = await decode(await file());
    expect(raster.data).toHaveLength(40 * 30 * 3);
    expectNear(pixel(raster, 20, 15), expected, tolerance);
  });

  it("tells the numbers of a wide-gamut file from those that they stand for", async () => {
    const bytes = await plain().withIccProfile("p3").png().toBuffer();
    const numbers = await sharp(bytes, { ignoreIcc: true }).raw().toBuffer();
    // If these were equal, the case above could not fail.
    expect(Math.abs((numbers[0] ?? 0) - 200)).toBeGreaterThan(8);
  });

  it("keeps grey and colour with transparency: laid on white, and the opacity beside it", async () => {
    const pixels = Array.from({ length: 400 }, (_, index) =>
      index % 20 < 10 ? [0, 0, 0, 0] : [200, 60, 30, 128],
    );
    const raw = { width: 20, height: 20, channels: 4 } as const;
    const bytes = await sharp(Uint8Array.from(pixels.flat()), { raw }).png().toBuffer();
    for (const grey of [false, true]) {
      const file = grey ? await sharp(bytes).toColourspace("b-w").png().toBuffer() : bytes;
      const { raster, alpha } = await decode(file);
      const expected = grey ? [183, 183, 183] : [227, 157, 142];
      expectNear(pixel(raster, 15, 10), expected, 1);
      expect(pixel(raster, 4, 10)).toEqual([255, 255, 255]);
      expect(alpha?.data[10 * 20 + 15]).toBeCloseTo(128 / 255, 2);
      expect(alpha?.data[10 * 20 + 4]).toBe(0);
    }
  });

  it("has no opacity to tell of where a picture is opaque throughout", async () => {
    const { alpha } = await decode(await plain().ensureAlpha().png().toBuffer());
    expect(alpha).toBeUndefined();
  });
});

describe("decodePicture, shapes", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])("stands upright whatever EXIF says: %i", async (orientation) => {
    const file = await sharp(await readFile(COFFEE))
      .resize(60, 40)
      .withMetadata({ orientation })
      .png()
      .toBuffer();
    const { raster, original } = await decode(file);
    const expected = sharp(file).autoOrient().removeAlpha();
    const { data, info } = await expected.raw().toBuffer({ resolveWithObject: true });
    expect(raster).toMatchObject({ width: info.width, height: info.height });
    expect(original).toEqual({ width: info.width, height: info.height });
    expect(Buffer.from(raster.data).equals(data)).toBe(true);
  });

  it.each(["webp", "gif"] as const)(
    "takes the first frame of an animated %s, and counts them",
    async (format) => {
      const frames = ["#c80000", "#00c800", "#0000c8"].map((colour) => plain(colour).png().toBuffer());
      const file = await sharp(await Promise.all(frames), { join: { animated: true } })
        .toFormat(format)
        .toBuffer();
      const { raster, frames: count } = await decode(file);
      expect(count).toBe(3);
      expect(raster).toMatchObject({ width: 40, height: 30 });
      expectNear(pixel(raster, 20, 15), [200, 0, 0], 4);
    },
  );

  it("reads a single pixel", async () => {
    const { raster, frames } = await decode(await plain(BRICK, 1, 1).png().toBuffer());
    expect([raster.width, raster.height, ...raster.data]).toEqual([1, 1, 200, 60, 30]);
    expect(frames).toBe(1);
  });
});

describe("decodePicture, sizes", () => {
  it("reads a hundred megapixels, as large as an edit can need", async () => {
    const file = blankPng({ width: 10_000, height: 10_000 });
    expect(file.length).toBeLessThan(20_000);
    const { raster, original } = await decode(file);
    expect(original).toEqual({ width: 10_000, height: 10_000 });
    expect(raster.width).toBeGreaterThanOrEqual(3840);
    expect(raster.width * raster.height).toBeLessThanOrEqual(16_100_000);
    expect(pixel(raster, 1000, 3000)).toEqual([0, 0, 0]);
  });

  it.each([
    [
      "more than that",
      { width: 10_001, height: 10_000 },
      "images[0]: the picture has 10001 × 10000 pixels; at most 100 million are read of a PNG. Scale it down and send it again",
    ],
    [
      "as much, where it comes in passes",
      { width: 10_000, height: 10_000, interlaced: true },
      "images[0]: the picture has 10000 × 10000 pixels; at most 89 million are read of an interlaced PNG. Scale it down and send it again",
    ],
  ])("refuses %s", async (_, size, message) => {
    const refused = { name: "EngineError", fault: "input", message };
    await expect(decode(blankPng(size))).rejects.toMatchObject(refused);
  });

  it("leaves the pixels as they are where they are not many more than needed", async () => {
    const bytes = await readFile(COFFEE);
    const { raster } = await decodePicture(bytes, "images[0]", () => ({ width: 420, height: 280 }));
    const expected = await sharp(bytes).removeAlpha().raw().toBuffer();
    expect(Buffer.from(raster.data).equals(expected)).toBe(true);
  });

  it("leaves twice the size that is needed, and turns what it has scaled", async () => {
    const file = await plain(BRICK, 3000, 1500).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { raster, original } = await decodePicture(file, "images[0]", ({ width, height }) => {
      expect([width, height]).toEqual([1500, 3000]);
      return { width: 300, height: 300 };
    });
    expect(raster).toMatchObject({ width: 600, height: 1200 });
    expect(original).toEqual({ width: 1500, height: 3000 });
  });

  it.each([
    ["a picture that is smaller than needed", [800, 600], [1200, 900], 1],
    ["one that is twice as large", [2400, 1800], [1200, 900], 1],
    ["a photograph of 24 megapixels for a small output", [6000, 4000], [1248, 832], 0.416],
    ["one for the largest output", [6000, 4000], [3520, 2352], 1],
    ["a strip, which has to cover the frame with its short edge", [20_000, 1000], [3840, 1280], 1],
  ])("scales %s by what the frame needs", (_, [width = 0, height = 0], [across = 0, down = 0], scale) => {
    expect(decodingScale({ width, height }, { width: across, height: down })).toBeCloseTo(scale, 5);
  });
});

describe("decodePicture, what is no picture", () => {
  const FORMATS = ["png", "jpeg", "webp", "gif", "tiff", "avif"] as const;

  it.each(FORMATS)("refuses a %s that ends too early", async (format) => {
    const whole = await sharp(await readFile(COFFEE))
      .toFormat(format)
      .toBuffer();
    await expect(decode(whole.subarray(0, whole.length * 0.6))).rejects.toMatchObject({
      name: "EngineError",
      fault: "input",
      message: expect.stringMatching(/^images\[0\]: the picture cannot be decoded \(.+\)$/),
    });
  });

  it.each(["png", "jpeg", "gif", "tiff", "avif"] as const)(
    "refuses a %s with wrong bytes in it",
    async (format) => {
      const bytes = await sharp(await readFile(COFFEE))
        .toFormat(format)
        .toBuffer();
      for (let at = 300; at < bytes.length; at += 997) bytes[at] = (bytes[at] ?? 0) ^ 0x5a;
      await expect(decode(bytes)).rejects.toMatchObject({ fault: "input" });
    },
  );

  it.each([
    ["nothing", ""],
    ["text", "this is not a picture"],
    ["a vector drawing", `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`],
  ])("refuses %s", async (_, text) => {
    await expect(decode(Buffer.from(text))).rejects.toMatchObject({
      fault: "input",
      message: expect.stringMatching(/^images\[0\]: the picture cannot be decoded/),
    });
  });

  it("names what it would have read instead of a vector drawing", async () => {
    const drawing = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`);
    await expect(decode(drawing)).rejects.toThrow(/svg is not a format .* send a PNG, a JPEG or a WebP/);
  });
});
