import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { encodePicture } from "../picture/codec.js";
import { blurBackground, paintColour, paintGradient, withoutBackground } from "./background.js";
import { apart, BLUE, luma, meanOf, noise, pixel, planeOf, RED, rasterOf, WHITE } from "./testing/rasters.js";

const named = (rgb: readonly [number, number, number]) => ({ rgb, name: "" });

describe("paintColour", () => {
  it("is the colour asked for at every pixel", () => {
    const { data } = paintColour({ width: 37, height: 11 }, { rgb: [1, 2, 3] });
    expect(data).toHaveLength(37 * 11 * 3);
    for (let at = 0; at < data.length; at += 3) expect([...data.subarray(at, at + 3)]).toEqual([1, 2, 3]);
  });
});

describe("paintGradient", () => {
  const size = { width: 200, height: 160 };
  const corner = { width: 4, height: 4 };
  const paint = (direction: "down" | "right" | "diagonal" | "radial", from = RED, to = BLUE) =>
    paintGradient(size, { kind: "gradient", from: named(from), to: named(to), direction });

  it.each([
    ["down", [0, 0], [0, 156], [196, 156]],
    ["right", [0, 0], [196, 0], [196, 156]],
    ["diagonal", [0, 0], [196, 156], [196, 156]],
    ["radial", [98, 78], [0, 0], [196, 156]],
  ] as const)("goes %s from one colour to the other", (direction, start, end, alsoEnd) => {
    const raster = paint(direction);
    const at = ([left, top]: readonly [number, number]) => meanOf(raster, { ...corner, left, top });
    expect(apart(at(start), RED)).toBeLessThan(5);
    expect(apart(at(end), BLUE)).toBeLessThan(5);
    expect(apart(at(alsoEnd), BLUE)).toBeLessThan(5);
    const middle = RED.map((value, channel) => (value + (BLUE[channel] ?? 0)) / 2);
    const half = { down: [98, 78], right: [98, 78], diagonal: [98, 78], radial: [48, 38] }[direction];
    expect(apart(at(half as [number, number]), middle)).toBeLessThan(8);
  });

  it("hides the steps of a slow change in a grain, and the grain in the mean", () => {
    const raster = paint("down", [100, 100, 100], [104, 104, 104]);
    // A row without dithering has one value; its neighbour 40 rows on the next: a band.
    for (const top of [30, 50, 70, 90]) {
      const row = new Set(Array.from({ length: 200 }, (_, x) => pixel(raster, x, top)[0]));
      expect(row.size).toBeGreaterThan(1);
      const mean = meanOf(raster, { left: 0, top: top - 2, width: 200, height: 5 })[0] ?? 0;
      expect(Math.abs(mean - (100 + (4 * top) / 159))).toBeLessThan(0.15);
    }
    for (let at = 0; at < raster.data.length; at += 303)
      expect(new Set(raster.data.subarray(at, at + 3)).size).toBe(1);
  });

  it("is the same again, and leaves a channel that does not change alone", () => {
    expect(paint("diagonal").data).toEqual(paint("diagonal").data);
    const raster = paint("right", [10, 77, 10], [200, 77, 10]);
    for (let at = 0; at < raster.data.length; at += 303)
      expect([raster.data[at + 1], raster.data[at + 2]]).toEqual([77, 10]);
  });
});

describe("blurBackground", () => {
  const inside = (x: number, y: number) => x >= 100 && x < 200 && y >= 60 && y < 140;
  const alpha = planeOf(300, 200, (x, y) => (inside(x, y) ? 1 : 0));

  it("has nothing of the subject's colour in it, not even around the outline", () => {
    const photo = rasterOf(300, 200, (x, y) => (inside(x, y) ? WHITE : RED));
    for (const strength of ["slight", "medium", "strong"] as const) {
      const { data } = blurBackground(photo, alpha, strength);
      const furthest = data.reduce(
        (most, value, at) => Math.max(most, Math.abs(value - (RED[at % 3] ?? 0))),
        0,
      );
      expect(furthest).toBeLessThanOrEqual(1);
    }
  });

  it("mixes what is fine and keeps what is coarse, the stronger the more", () => {
    // Stripes of four pixels, dark on the left half and light on the right.
    const photo = rasterOf(300, 200, (x) => {
      const level = (x < 150 ? 70 : 180) + (x % 8 < 4 ? 40 : -40);
      return [level, level, level];
    });
    const rest = ["slight", "medium", "strong"].map((strength) => {
      const blurred = blurBackground(
        photo,
        planeOf(300, 200, () => 0),
        strength as "slight",
      );
      const row = Array.from({ length: 64 }, (_, x) => pixel(blurred, 20 + x, 100)[0] ?? 0);
      expect(meanOf(blurred, { left: 16, top: 20, width: 64, height: 20 })[0]).toBeCloseTo(70, -1);
      expect(meanOf(blurred, { left: 216, top: 20, width: 64, height: 20 })[0]).toBeCloseTo(180, -1);
      return Math.max(...row) - Math.min(...row);
    });
    const [slight = 0, medium = 0, strong = 0] = rest;
    expect(slight).toBeLessThan(75);
    expect(medium).toBeLessThan(slight);
    expect(strong).toBeLessThan(12);
  });

  it("is the same again", () => {
    const photo = rasterOf(300, 200, (x, y) => [100 + 50 * noise(x, y), 90, 80]);
    expect(blurBackground(photo, alpha, "medium").data).toEqual(blurBackground(photo, alpha, "medium").data);
  });
});

describe("withoutBackground", () => {
  const size = { width: 30, height: 20 };
  const share = (x: number) => (x < 10 ? 0 : x < 20 ? 0.5 : 1);
  const subject = {
    photo: rasterOf(30, 20, (x) => (x < 20 ? BLUE : RED)),
    alpha: planeOf(30, 20, share),
  };

  it("keeps the subject's colours, and nothing at all of the background", () => {
    const raster = withoutBackground(subject);
    expect(pixel(raster, 25, 10)).toEqual([...RED]);
    expect(pixel(raster, 15, 10)).toEqual([...BLUE]);
    expect(pixel(raster, 5, 10)).toEqual([0, 0, 0]);
  });

  it.each(["png", "webp"] as const)("is transparent in a %s", async (format) => {
    const file = await encodePicture(withoutBackground(subject), format);
    const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ ...size, channels: 4 });
    const alphaAt = (x: number) => data[(10 * 30 + x) * 4 + 3];
    expect([alphaAt(5), alphaAt(15), alphaAt(25)]).toEqual([0, 128, 255]);
  });

  it("is laid on white in a JPEG", async () => {
    const { data, info } = await sharp(await encodePicture(withoutBackground(subject), "jpeg"))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(info.channels).toBe(3);
    const at = (x: number) => [...data.subarray((10 * 30 + x) * 3, (10 * 30 + x) * 3 + 3)];
    expect(apart(at(4), WHITE)).toBeLessThan(4);
    expect(luma(at(15))).toBeGreaterThan(luma(BLUE) + 60);
    expect(apart(at(26), RED)).toBeLessThan(6);
  });
});
