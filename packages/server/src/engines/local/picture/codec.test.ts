import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { resample, resamplePlane } from "./codec.js";
import type { Raster } from "./raster.js";
import { enlarge, enlargedRows, shrink } from "./resample.js";

const SIZE = { width: 30, height: 20 };
const ramp: Raster = { ...SIZE, data: Uint8Array.from({ length: 1800 }, (_, index) => (index * 7) % 256) };
const plane = { ...SIZE, data: Float32Array.from({ length: 600 }, (_, index) => (index % 30) / 29) };
const at = ({ width, data }: Raster, x: number, y: number) => [
  ...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3),
];

describe("resample", () => {
  const scaled = { width: 60, height: 40 };
  const window = { left: 10, top: 4, width: 40, height: 30 };

  it("cuts a window out of what a plain resize gives", async () => {
    const raster = await resample(ramp, scaled, window);
    const expected = await sharp(ramp.data, { raw: { ...SIZE, channels: 3 } })
      .resize(60, 40, { fit: "fill", kernel: "lanczos3" })
      .raw()
      .toBuffer();
    for (const [x, y] of [
      [0, 0],
      [39, 29],
      [17, 8],
    ] as const) {
      const from = ((y + 4) * 60 + x + 10) * 3;
      expect(at(raster, x, y)).toEqual([...expected.subarray(from, from + 3)]);
    }
  });

  it("lays the window into a larger picture, and black around it", async () => {
    const part = await resample(ramp, scaled, window);
    const whole = await resample(ramp, scaled, window, { width: 100, height: 70, left: 25, top: 33 });
    expect(whole).toMatchObject({ width: 100, height: 70 });
    expect([at(whole, 24, 40), at(whole, 65, 40), at(whole, 30, 32), at(whole, 30, 63)].flat()).toEqual(
      Array(12).fill(0),
    );
    for (const [x, y] of [
      [0, 0],
      [39, 29],
      [12, 20],
    ] as const)
      expect(at(whole, x + 25, y + 33)).toEqual(at(part, x, y));
  });

  it("does so with shares", async () => {
    const part = await resamplePlane(plane, scaled, window);
    const whole = await resamplePlane(plane, scaled, window, { width: 100, height: 70, left: 25, top: 33 });
    expect([part.width, part.height, whole.width, whole.height]).toEqual([40, 30, 100, 70]);
    expect(whole.data[(33 + 12) * 100 + 25 + 30]).toBe(part.data[12 * 40 + 30]);
    expect(part.data[12 * 40 + 30]).toBeCloseTo(0.68, 1);
    expect([whole.data[0], whole.data[(33 + 12) * 100 + 24], whole.data[63 * 100 + 30]]).toEqual([0, 0, 0]);
  });
});

describe("planes", () => {
  it("are enlarged between pixel centres, whole or a row at a time", () => {
    const large = enlarge(plane, { width: 90, height: 50 });
    const rows = enlargedRows(plane, { width: 90, height: 50 });
    for (const y of [0, 24, 49]) expect([...rows(y)]).toEqual([...large.data.subarray(y * 90, (y + 1) * 90)]);
    // The middle of the 31st of 90 columns lies at the middle of the 11th of 30.
    expect(large.data[20 * 90 + 31]).toBeCloseTo(10 / 29, 6);
    expect([large.data[0], large.data[89]]).toEqual([0, 1]);
  });

  it("are shrunk by whole blocks, cut short at the far edges", () => {
    const small = shrink(plane, 8);
    expect([small.width, small.height]).toEqual([8, 5]);
    expect(small.data[0]).toBeCloseTo(1.5 / 29, 6);
    expect(small.data[7]).toBeCloseTo(28.5 / 29, 6);
  });
});
