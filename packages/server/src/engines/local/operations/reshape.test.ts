import { describe, expect, it } from "vitest";
import type { Reshape } from "../instructions/operations.js";
import { cropWindow, reshape } from "./reshape.js";
import { apart, BLUE, GREEN, noise, pixel, plain, planeOf, RED, rasterOf, WHITE } from "./testing/rasters.js";

/** Red, green, blue and white, from the upper left corner in reading order. */
const quarters = rasterOf(8, 6, (x, y) => (y < 3 ? (x < 4 ? RED : GREEN) : x < 4 ? BLUE : WHITE));
const corners = (raster: Awaited<ReturnType<typeof reshape>>) =>
  [
    [0, 0],
    [raster.width - 1, 0],
    [0, raster.height - 1],
    [raster.width - 1, raster.height - 1],
  ].map(([x = 0, y = 0]) => pixel(raster, x, y));

describe("reshape, without a loss", () => {
  it.each<[name: string, changes: Reshape[], size: string, expected: (readonly number[])[]]>([
    ["a quarter to the right", [{ kind: "rotate", degrees: 90 }], "6×8", [BLUE, RED, WHITE, GREEN]],
    ["a quarter to the left", [{ kind: "rotate", degrees: -90 }], "6×8", [GREEN, WHITE, RED, BLUE]],
    ["three quarters", [{ kind: "rotate", degrees: 270 }], "6×8", [GREEN, WHITE, RED, BLUE]],
    ["upside down", [{ kind: "rotate", degrees: 180 }], "8×6", [WHITE, BLUE, GREEN, RED]],
    ["all around", [{ kind: "rotate", degrees: 360 }], "8×6", [RED, GREEN, BLUE, WHITE]],
    ["a mirror", [{ kind: "flip", axis: "horizontal" }], "8×6", [GREEN, RED, WHITE, BLUE]],
    ["on its head", [{ kind: "flip", axis: "vertical" }], "8×6", [BLUE, WHITE, RED, GREEN]],
    [
      "in the order given",
      [
        { kind: "rotate", degrees: 90 },
        { kind: "flip", axis: "horizontal" },
      ],
      "6×8",
      [RED, BLUE, GREEN, WHITE],
    ],
  ])("%s", async (_, changes, size, expected) => {
    const raster = await reshape(quarters, changes);
    expect(`${raster.width}×${raster.height}`).toBe(size);
    expect(corners(raster)).toEqual(expected.map((colour) => [...colour]));
  });

  it("comes back to the same pixels after four quarters", async () => {
    const picture = rasterOf(31, 17, (x, y) => [128 + 100 * noise(x, y), x * 8, y * 15]);
    const quarter = { kind: "rotate", degrees: 90 } as const;
    const { data } = await reshape(picture, [quarter, quarter, quarter, quarter]);
    expect(Buffer.from(data).equals(Buffer.from(picture.data))).toBe(true);
  });

  it("takes the transparency along", async () => {
    const alpha = planeOf(8, 6, (x) => (x < 4 ? 0 : 1));
    const changes = [
      { kind: "flip", axis: "horizontal" },
      { kind: "crop", ratio: [1, 1] },
    ] as const;
    const { alpha: after, width } = await reshape({ ...quarters, alpha }, changes);
    expect([after?.width, after?.height, width]).toEqual([6, 6, 6]);
    expect([after?.data[0], after?.data[5]]).toEqual([1, 0]);
  });
});

describe("reshape, by other angles", () => {
  it("turns clockwise", async () => {
    // A mark to the right of the middle goes down.
    const picture = rasterOf(200, 200, (x, y) => (Math.hypot(x - 140, y - 100) < 8 ? RED : WHITE));
    const raster = await reshape(picture, [{ kind: "rotate", degrees: 45 }]);
    const middle = raster.width / 2;
    const at = Math.round(40 * Math.SQRT1_2);
    expect(apart(pixel(raster, Math.round(middle + at), Math.round(middle + at)), RED)).toBeLessThan(12);
    expect(apart(pixel(raster, Math.round(middle + at), Math.round(middle - at)), WHITE)).toBeLessThan(3);
  });

  it.each([3, 17, 44, 45, 46, 60, 89, 91, 135, 176, 183, 274, -10])(
    "leaves no empty corner at %i degrees, whatever the shape",
    async (degrees) => {
      for (const [width, height] of [
        [300, 200],
        [200, 300],
        [400, 50],
        [256, 256],
      ] as const) {
        const raster = await reshape(plain(width, height, WHITE), [{ kind: "rotate", degrees }]);
        const darkest = raster.data.reduce((least, value) => Math.min(least, value));
        expect([width, height, darkest]).toEqual([width, height, 255]);
      }
    },
  );

  it("cuts off no more than it has to", async () => {
    const { width, height } = await reshape(plain(600, 400, WHITE), [{ kind: "rotate", degrees: 10 }]);
    // The largest upright rectangle in a 600 × 400 that is turned by ten degrees is 554.9 × 309.0.
    expect([554 - width, 309 - height].every((lost) => lost >= 0 && lost <= 6)).toBe(true);
  });

  it("is a picture still when there is next to nothing of it", async () => {
    const raster = await reshape(plain(3, 2, RED), [{ kind: "rotate", degrees: 30 }]);
    expect(raster.width * raster.height * 3).toBe(raster.data.length);
    expect(raster.data.length).toBeGreaterThan(0);
  });
});

describe("reshape, cropping", () => {
  it.each([
    [[600, 400], [16, 9], { left: 0, top: 31, width: 600, height: 338 }],
    [[600, 400], [1, 1], { left: 100, top: 0, width: 400, height: 400 }],
    [[600, 400], [3, 2], { left: 0, top: 0, width: 600, height: 400 }],
    [[5, 1000], [21, 9], { left: 0, top: 499, width: 5, height: 2 }],
  ] as const)("of %j to %j takes the largest window in the middle", ([width, height], ratio, window) => {
    expect(cropWindow({ width, height }, ratio)).toEqual(window);
  });

  it("moves no pixel", async () => {
    const picture = rasterOf(60, 40, (x, y) => [x * 4, y * 6, 9]);
    const raster = await reshape(picture, [{ kind: "crop", ratio: [1, 1] }]);
    expect([raster.width, raster.height]).toEqual([40, 40]);
    expect(pixel(raster, 3, 7)).toEqual(pixel(picture, 13, 7));
  });
});
