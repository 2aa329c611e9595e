import { describe, expect, it } from "vitest";
import { loadOpenCv } from "../cutout/opencv.js";
import type { Anchor } from "../instructions/operations.js";
import type { Raster } from "../picture/raster.js";
import { removeAt } from "./remove.js";
import { apart, meanOf, noise, pixel, plain, type Rgb, rasterOf } from "./testing/rasters.js";

const LONG = 60_000;
const BOTTOM_RIGHT: Anchor = { vertical: "bottom", horizontal: "right" };
const BALL: Rgb = [40, 80, 190];
const CENTRE = { x: 500, y: 330, radius: 32 };

/** Slanted grain, as of wood, lighter towards the right. */
const wood = (x: number, y: number): Rgb => {
  const grain = 22 * Math.sin((x + 2.4 * y) / 3) + 10 * noise(x, y);
  const light = 120 + x / 12 + grain;
  return [light * 1.15, light * 0.8, light * 0.5];
};
const isBall = (x: number, y: number) => Math.hypot(x - CENTRE.x, y - CENTRE.y) <= CENTRE.radius;
const scene = (ground: (x: number, y: number) => Rgb): Raster =>
  rasterOf(600, 400, (x, y) => (isBall(x, y) ? BALL : ground(x, y)));

const around = { left: CENTRE.x - 20, top: CENTRE.y - 20, width: 40, height: 40 };

/** How much neighbouring pixels differ: none in a smear, much in a grain. */
function roughness(raster: Raster, { left, top, width, height }: typeof around): number {
  let sum = 0;
  for (let y = top; y < top + height; y++)
    for (let x = left; x < left + width; x++)
      sum += Math.abs((pixel(raster, x + 1, y)[0] ?? 0) - (pixel(raster, x, y)[0] ?? 0));
  return sum / (width * height);
}

async function removed(raster: Raster, anchor: Anchor) {
  const outcome = await removeAt(raster, anchor);
  if (!outcome.removed) throw new Error(outcome.reason);
  return outcome;
}

/** Counts what is made in OpenCV's heap, and what is given back. */
async function countMatrices() {
  const { cv } = await loadOpenCv();
  const { Mat, getStructuringElement } = cv;
  const free = Mat.prototype.delete;
  const count = { made: 0, freed: 0 };
  Mat.prototype.delete = function (this: InstanceType<typeof Mat>) {
    count.freed++;
    free.call(this);
  };
  const Counted = new Proxy(Mat, {
    construct(target, values, wanted) {
      count.made++;
      return Reflect.construct(target, values, wanted);
    },
  });
  const counted = new Proxy(getStructuringElement, {
    apply(target, self, values) {
      count.made++;
      return Reflect.apply(target, self, values);
    },
  });
  Object.assign(cv, { Mat: Counted, getStructuringElement: counted });
  return Object.assign(count, {
    stop() {
      Mat.prototype.delete = free;
      Object.assign(cv, { Mat, getStructuringElement });
    },
  });
}

describe("removeAt", () => {
  it(
    "takes an object out of a texture and leaves the texture in its place",
    async () => {
      const before = scene(wood);
      const { raster, box } = await removed(before, BOTTOM_RIGHT);
      const truth = rasterOf(600, 400, wood);
      expect(apart(meanOf(raster, around), meanOf(truth, around))).toBeLessThan(10);
      // A blur of the surroundings would have less than half of their grain.
      expect(roughness(raster, around)).toBeGreaterThan(0.7 * roughness(truth, around));
      let blue = 0;
      for (let at = 0; at < raster.data.length; at += 3)
        blue += (raster.data[at + 2] ?? 0) > (raster.data[at] ?? 0) ? 1 : 0;
      expect(blue).toBe(0);
      expect(box.left).toBeGreaterThan(CENTRE.x - CENTRE.radius - 30);
      expect(box.left + box.width).toBeLessThan(CENTRE.x + CENTRE.radius + 30);
      for (let y = 0; y < 400; y += 9)
        for (let x = 0; x < 400; x += 9) expect(pixel(raster, x, y)).toEqual(pixel(before, x, y));
    },
    LONG,
  );

  it(
    "takes its shadow along",
    async () => {
      const inShadow = (x: number, y: number) => Math.hypot((x - 508) / 1.7, y - 362) < 18;
      const shaded = (x: number, y: number): Rgb => (inShadow(x, y) ? [96, 90, 84] : [192, 180, 168]);
      const { raster } = await removed(scene(shaded), BOTTOM_RIGHT);
      const darkest = raster.data.reduce((least, value) => Math.min(least, value), 255);
      expect(darkest).toBeGreaterThan(150);
    },
    LONG,
  );

  it(
    "follows a change of light through the place",
    async () => {
      const ground = (x: number, y: number): Rgb => [60 + x / 4, 90 + y / 4, 120];
      const { raster } = await removed(scene(ground), BOTTOM_RIGHT);
      for (const [x, y] of [
        [CENTRE.x, CENTRE.y],
        [CENTRE.x - 20, CENTRE.y],
        [CENTRE.x + 15, CENTRE.y - 18],
      ] as const)
        expect(apart(pixel(raster, x, y), ground(x, y))).toBeLessThan(9);
    },
    LONG,
  );

  it(
    "does so in a large picture, at its own resolution",
    async () => {
      const fine = (x: number, y: number): Rgb => {
        const light = 130 + 40 * noise(x, y);
        return [light, light * 0.9, light * 0.8];
      };
      const before = rasterOf(1800, 1200, (x, y) => (isBall(x / 3, y / 3) ? BALL : fine(x, y)));
      const { raster } = await removed(before, BOTTOM_RIGHT);
      const part = { left: 1460, top: 950, width: 80, height: 80 };
      // Grain of single pixels: filled in a smaller copy and scaled up, it would be gone.
      expect(roughness(raster, part)).toBeGreaterThan(0.6 * roughness(rasterOf(1800, 1200, fine), part));
    },
    LONG,
  );

  it(
    "is the same again, and leaves nothing in OpenCV's memory",
    async () => {
      const picture = scene(wood);
      const first = await removed(picture, BOTTOM_RIGHT);
      const matrices = await countMatrices();
      const again = await removed(picture, BOTTOM_RIGHT).finally(matrices.stop);
      expect(Buffer.from(again.raster.data).equals(Buffer.from(first.raster.data))).toBe(true);
      expect(matrices.made).toBeGreaterThan(20);
      expect(matrices.freed).toBe(matrices.made);
    },
    LONG,
  );

  it.each<[name: string, picture: Raster, anchor: Anchor, reason: RegExp]>([
    ["a plain surface", plain(600, 400, [180, 170, 160]), BOTTOM_RIGHT, /nothing stands out .* bottom-right/],
    ["a texture", rasterOf(600, 400, wood), BOTTOM_RIGHT, /nothing stands out .* bottom-right/],
    [
      "another part of the picture",
      scene(wood),
      { vertical: "top", horizontal: "left" },
      /nothing stands out .* top-left/,
    ],
    [
      "a part of something that fills the picture",
      rasterOf(600, 400, (x, y) => (x > 60 && x < 540 && y > 40 && y < 360 ? BALL : [220, 215, 210])),
      { vertical: "middle", horizontal: "centre" },
      /nothing stands out .* middle|part of something larger/,
    ],
    ["a picture of a few pixels", plain(20, 20, BALL), BOTTOM_RIGHT, /too small/],
  ])(
    "removes nothing from %s, and says why",
    async (_, picture, anchor, reason) => {
      expect(await removeAt(picture, anchor)).toEqual({
        removed: false,
        reason: expect.stringMatching(reason),
      });
    },
    LONG,
  );
});
