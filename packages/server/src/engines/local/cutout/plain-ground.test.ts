import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { decodePicture } from "../picture/codec.js";
import type { Raster } from "../picture/raster.js";
import { type Cutout, cutOut } from "./cutout.js";

const PHOTOGRAPHS = new URL("../../../../../e2e/fixtures/photographs/", import.meta.url);
const LONG = 60_000;

const photograph = async (name: string): Promise<Cutout> =>
  cutOut((await decodePicture(await readFile(new URL(name, PHOTOGRAPHS)), name)).raster);

const drawing = async (shapes: string): Promise<Raster> => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">${shapes}</svg>`;
  return (await decodePicture(await sharp(Buffer.from(svg)).png().toBuffer(), "drawing")).raster;
};

/** Opacity at shares of the width and height. */
function opacity(cutout: Cutout, x: number, y: number): number {
  if (!cutout.found) throw new Error(cutout.reason);
  const { width, height, data } = cutout.matte.alpha;
  return data[Math.floor(y * height) * width + Math.floor(x * width)] ?? Number.NaN;
}

const SOFT_SHADOW = `<defs><filter id="f" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="22"/></filter></defs>
  <rect x="235" y="175" width="220" height="190" fill="#000" opacity="0.12" filter="url(#f)"/>`;

describe("cutOut, on a plain ground", () => {
  it(
    "takes a pale thing on white for what it is, and leaves its shadow behind",
    async () => {
      const cutout = await cutOut(
        await drawing(
          `<rect width="640" height="480" fill="#fafafa"/>${SOFT_SHADOW}<rect x="210" y="140" width="220" height="190" fill="#c4c2bf"/>`,
        ),
      );
      expect(opacity(cutout, 0.5, 0.5)).toBe(1);
      expect(opacity(cutout, 0.34, 0.32)).toBe(1);
      for (const [x, y] of [
        [0.5, 0.76],
        [0.72, 0.6],
        [0.1, 0.1],
      ] as const)
        expect(opacity(cutout, x, y)).toBe(0);
    },
    LONG,
  );

  it(
    "sees the ground through a ring",
    async () => {
      const ring = `<circle cx="320" cy="240" r="120" fill="none" stroke="#c89a2c" stroke-width="46"/>`;
      const cutout = await cutOut(await drawing(`<rect width="640" height="480" fill="#5a6470"/>${ring}`));
      expect([opacity(cutout, 0.5, 0.5), opacity(cutout, 0.5, 0.25), opacity(cutout, 0.05, 0.5)]).toEqual([
        0, 1, 0,
      ]);
    },
    LONG,
  );

  it(
    "keeps what a white thing encloses on white: it is more often a part than a window",
    async () => {
      const cup = `<ellipse cx="320" cy="240" rx="150" ry="120" fill="#f8f8f8" stroke="#8c8c8c" stroke-width="14"/>`;
      const cutout = await cutOut(await drawing(`<rect width="640" height="480" fill="#f8f8f8"/>${cup}`));
      expect([opacity(cutout, 0.5, 0.5), opacity(cutout, 0.05, 0.5)]).toEqual([1, 0]);
    },
    LONG,
  );
});

describe("cutOut, of photographs", () => {
  it(
    "cuts a light book off light paper, without its shadow",
    async () => {
      const book = await photograph("book.jpg");
      expect([opacity(book, 0.5, 0.27), opacity(book, 0.5, 0.6)]).toEqual([1, 1]);
      expect([opacity(book, 0.8, 0.6), opacity(book, 0.5, 0.88), opacity(book, 0.1, 0.1)]).toEqual([0, 0, 0]);
    },
    LONG,
  );

  it(
    "cuts a ring and a chain, and not the cloth inside them",
    async () => {
      const jewellery = await photograph("jewellery.jpg");
      expect([
        opacity(jewellery, 0.54, 0.35),
        opacity(jewellery, 0.5, 0.75),
        opacity(jewellery, 0.9, 0.1),
      ]).toEqual([0, 0, 0]);
    },
    LONG,
  );

  it.each(["cat.jpg", "glass.jpg", "porcelain.jpg", "rocket.jpg", "spices.jpg"])(
    "gives %s up, for want of an outline, and says so",
    async (name) => {
      expect(await photograph(name)).toEqual({
        found: false,
        reason: expect.stringMatching(/outline is too faint|no subject stands out/),
      });
    },
    LONG,
  );
});
