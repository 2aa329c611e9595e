import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { decodePicture } from "../picture/codec.js";
import { type Plane, planeOf, type Raster } from "../picture/raster.js";
import { cutOut } from "./cutout.js";
import { regionsOf } from "./mask.js";
import type { Matte } from "./matte.js";

const COFFEE = new URL("../../../../../e2e/fixtures/coffee.png", import.meta.url);

let picture: Raster;
let matte: Matte;

beforeAll(async () => {
  picture = (await decodePicture(await readFile(COFFEE), "coffee")).raster;
  const cutout = await cutOut(picture);
  if (!cutout.found) throw new Error(cutout.reason);
  matte = cutout.matte;
}, 60_000);

const opacityAt = (alpha: Plane, x: number, y: number): number =>
  alpha.data[y * alpha.width + x] ?? Number.NaN;

describe("cutOut, on a cup of coffee", () => {
  it.each([
    ["coffee", 290, 140],
    ["rim", 290, 28],
    ["inside of the cup", 240, 70],
    ["handle", 225, 270],
    ["saucer, left", 100, 220],
    ["saucer, right", 455, 240],
    ["saucer, bottom", 280, 372],
    ["bowl of the spoon", 366, 285],
    ["end of the spoon", 410, 88],
  ])("keeps the %s", (_, x, y) => {
    expect(opacityAt(matte.alpha, x, y)).toBe(1);
  });

  it.each([
    ["corner", 5, 5],
    ["dark corner", 40, 60],
    ["wood, left", 40, 250],
    ["wood, right", 540, 200],
    ["wood, bottom", 120, 380],
    ["wood beside the spoon", 450, 90],
    ["shadow under the saucer", 60, 320],
    ["wood above the saucer", 130, 70],
  ])("drops the %s", (_, x, y) => {
    expect(opacityAt(matte.alpha, x, y)).toBe(0);
  });

  it("is one piece without holes", () => {
    const data = Uint8Array.from(matte.alpha.data, (opacity) => (opacity >= 0.5 ? 1 : 0));
    const mask = { ...matte.alpha, data };
    expect(regionsOf(mask, 1)).toHaveLength(1);
    expect(regionsOf(mask, 0).filter(({ touchesEdge }) => !touchesEdge)).toEqual([]);
  });

  it("takes the old background out of the edge's colours", () => {
    // Where the picture is the background, the colours are those of the subject, continued: nearer to it.
    const near = (index: number): boolean => {
      const opacity = matte.alpha.data[index] ?? 0;
      return opacity > 0.1 && opacity < 0.6;
    };
    let changed = 0;
    let edge = 0;
    for (let index = 0; index < matte.alpha.data.length; index++) {
      if (!near(index)) continue;
      edge++;
      const at = index * 3;
      changed += Math.abs((matte.colours.data[at] ?? 0) - (picture.data[at] ?? 0)) > 4 ? 1 : 0;
    }
    expect(edge).toBeGreaterThan(200);
    expect(changed / edge).toBeGreaterThan(0.5);
  });

  it("gives the same mask again", async () => {
    const again = await cutOut(picture);
    expect(
      again.found && Buffer.from(again.matte.alpha.data.buffer).equals(Buffer.from(matte.alpha.data.buffer)),
    ).toBe(true);
  });
});

describe("cutOut, where there is nothing to cut", () => {
  it("says so for a plain surface", async () => {
    const size = { width: 200, height: 150 };
    const plain: Raster = { ...size, data: new Uint8Array(size.width * size.height * 3).fill(180) };
    expect(await cutOut(plain)).toMatchObject({ found: false });
  });

  it("says so for noise", async () => {
    const size = { width: 160, height: 120 };
    const noise = planeOf(size, (index) => (Math.imul(index + 7, 0x9e3779b1) >>> 24) / 255);
    const data = Uint8Array.from({ length: noise.data.length * 3 }, (_, i) =>
      Math.round((noise.data[Math.floor(i / 3)] ?? 0) * 255),
    );
    expect(await cutOut({ ...size, data })).toMatchObject({ found: false });
  });

  it("says so for a picture of a few pixels", async () => {
    expect(await cutOut({ width: 4, height: 4, data: new Uint8Array(48) })).toMatchObject({ found: false });
  });
});
