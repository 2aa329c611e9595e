import { describe, expect, it } from "vitest";
import type { Anchor } from "../instructions/operations.js";
import type { Raster } from "../picture/raster.js";
import { arrange } from "./arrange.js";
import { columnCells, gridCells, gutterOf, rowCells } from "./cells.js";
import { drawFrame, frameWidth } from "./frame.js";
import { apart, BLUE, GREEN, luma, pixel, plain, planeOf, RED, rasterOf, WHITE } from "./testing/rasters.js";

const FRAME = { width: 1248, height: 832 };
const TEN = [
  [60, 40],
  [40, 400],
  [400, 40],
  [1000, 700],
  [33, 77],
  [256, 256],
  [3, 2],
  [640, 360],
  [150, 1000],
  [512, 300],
].map(([width = 0, height = 0]) => ({ width, height }));

const LAYOUTS = { row: rowCells, column: columnCells, grid: gridCells };

describe("where pictures lie", () => {
  it.each(["row", "column", "grid"] as const)(
    "in a %s: in the frame, apart, undistorted, in order",
    (kind) => {
      for (let count = 2; count <= 10; count++) {
        for (const frame of [FRAME, { width: 832, height: 1248 }, { width: 1024, height: 1024 }]) {
          const pictures = TEN.slice(0, count);
          const cells = LAYOUTS[kind](pictures, frame);
          expect(cells).toHaveLength(count);
          for (const [index, { place, scaled }] of cells.entries()) {
            const { width, height } = pictures[index] ?? FRAME;
            expect([place.left >= 0, place.top >= 0]).toEqual([true, true]);
            expect(place.left + place.width).toBeLessThanOrEqual(frame.width);
            expect(place.top + place.height).toBeLessThanOrEqual(frame.height);
            // Undistorted, to a pixel of either edge.
            expect(Math.abs(scaled.width - (scaled.height * width) / height)).toBeLessThanOrEqual(
              1 + Math.max(1, width / height),
            );
            const kept = Math.min(place.width / scaled.width, place.height / scaled.height);
            expect(kept).toBeGreaterThan(Math.min(place.width, place.height) < 20 ? 0.5 : 0.74);
            for (const other of cells.slice(index + 1)) {
              const apartAcross =
                place.left + place.width < other.place.left ||
                other.place.left + other.place.width < place.left;
              const apartDown =
                place.top + place.height < other.place.top ||
                other.place.top + other.place.height < place.top;
              expect(apartAcross || apartDown).toBe(true);
            }
          }
        }
      }
    },
  );

  it("closes a row and a grid where little has to be cut off", () => {
    const portraits = [
      { width: 400, height: 500 },
      { width: 400, height: 520 },
    ];
    const [first, second] = rowCells(portraits, FRAME);
    const gutter = gutterOf(FRAME);
    expect(first?.place).toMatchObject({ left: gutter, top: gutter, height: FRAME.height - 2 * gutter });
    expect((second?.place.left ?? 0) + (second?.place.width ?? 0)).toBe(FRAME.width - gutter);
    expect((second?.place.left ?? 0) - (first?.place.left ?? 0) - (first?.place.width ?? 0)).toBe(gutter);
    const shapes = [1.5, 1, 0.56, 1.78, 0.8, 1.5, 0.66, 1.25, 1, 1.33];
    const mixed = shapes.map((shape) => ({ width: Math.round(400 * shape), height: 400 }));
    const area = gridCells(mixed, FRAME).reduce((sum, { place }) => sum + place.width * place.height, 0);
    expect(area / (FRAME.width * FRAME.height)).toBeGreaterThan(0.9);
  });

  it("shows pictures whole where much would have to be cut off", () => {
    const wide = [
      { width: 600, height: 400 },
      { width: 600, height: 400 },
    ];
    for (const { place, scaled } of rowCells(wide, FRAME)) {
      expect(Math.abs(place.width - scaled.width)).toBeLessThanOrEqual(2);
      expect(Math.abs(place.height - scaled.height)).toBeLessThanOrEqual(2);
    }
  });

  it("keeps to a number of columns, and puts a short last row in the middle", () => {
    const cells = gridCells(Array(5).fill({ width: 300, height: 300 }), FRAME, 3);
    expect(new Set(cells.slice(0, 3).map(({ place }) => place.top)).size).toBe(1);
    const last = cells.slice(3).map(({ place }) => place.left + place.width / 2);
    expect(last.reduce((sum, middle) => sum + middle, 0) / 2).toBeCloseTo(FRAME.width / 2, -0.5);
  });
});

describe("arrange", () => {
  const [red, green, blue] = [plain(300, 400, RED), plain(300, 400, GREEN), plain(300, 400, BLUE)];

  it("draws each picture at its place and white between them", async () => {
    const raster = await arrange([red, green], { kind: "side-by-side", direction: "row" }, FRAME);
    expect(raster).toMatchObject(FRAME);
    expect(pixel(raster, 312, 416)).toEqual([...RED]);
    expect(pixel(raster, 936, 416)).toEqual([...GREEN]);
    expect(pixel(raster, 624, 416)).toEqual([...WHITE]);
    expect(pixel(raster, 2, 2)).toEqual([...WHITE]);
  });

  it("takes the pictures that it is told, in that order", async () => {
    const raster = await arrange(
      [red, green, blue],
      { kind: "side-by-side", direction: "row", images: [2, 0] },
      FRAME,
    );
    expect(pixel(raster, 312, 416)).toEqual([...BLUE]);
    expect(pixel(raster, 936, 416)).toEqual([...RED]);
    await expect(arrange([red], { kind: "grid", images: [0, 4] }, FRAME)).rejects.toThrow("no picture 5");
  });

  it("stacks from top to bottom", async () => {
    const raster = await arrange([red, green, blue], { kind: "side-by-side", direction: "column" }, FRAME);
    expect([138, 416, 694].map((y) => pixel(raster, 624, y))).toEqual([[...RED], [...GREEN], [...BLUE]]);
  });

  it("fits ten pictures of ten sizes, a single pixel among them", async () => {
    const pictures: Raster[] = [...TEN.slice(1), { width: 1, height: 1 }].map(({ width, height }) =>
      plain(width, height, GREEN),
    );
    const raster = await arrange(pictures, { kind: "grid" }, FRAME);
    let painted = 0;
    for (let at = 0; at < raster.data.length; at += 3) painted += raster.data[at] === GREEN[0] ? 1 : 0;
    expect(painted / (FRAME.width * FRAME.height)).toBeGreaterThan(0.3);
  });

  it.each<[anchor: Anchor, x: number, y: number]>([
    [{ vertical: "top", horizontal: "left" }, 100, 100],
    [{ vertical: "bottom", horizontal: "right" }, 1148, 732],
    [{ vertical: "middle", horizontal: "centre" }, 624, 416],
  ])("lays an inset over another picture: %j", async (anchor, x, y) => {
    const arrangement = { kind: "inset", base: 0, inset: 1, anchor } as const;
    const raster = await arrange([plain(600, 400, [90, 90, 90]), blue], arrangement, FRAME);
    expect(pixel(raster, x, y)).toEqual([...BLUE]);
    expect(pixel(raster, 1248 - x === x ? 20 : 1248 - x, 832 - y === y ? 20 : 832 - y)).toEqual([90, 90, 90]);
    // Going down from the inset: its border, then its shadow, which ends.
    const column = Array.from({ length: 832 - y }, (_, step) => Math.round(luma(pixel(raster, x, y + step))));
    const border = column.indexOf(255);
    expect(border).toBeGreaterThan(0);
    const below = column.slice(border).filter((value) => value < 255);
    expect(below[0] ?? 0).toBeLessThan(80);
    expect(Math.abs((below.at(-1) ?? 0) - 90)).toBeLessThan(anchor.vertical === "bottom" ? 12 : 0.5);
  });
});

describe("drawFrame", () => {
  const picture = rasterOf(200, 100, (x, y) => [x, y, 50]);

  it.each([
    ["thin", 2],
    ["medium", 4],
    ["thick", 8],
  ] as const)("%s: as wide on all sides, and the picture inside untouched", (width, border) => {
    const raster = drawFrame(picture, { width });
    expect(frameWidth(picture, { width })).toBe(border);
    for (const [x, y] of [
      [border - 1, 50],
      [200 - border, 50],
      [100, border - 1],
      [100, 100 - border],
    ] as const)
      expect(pixel(raster, x, y)).toEqual([...WHITE]);
    for (const [x, y] of [
      [border, 50],
      [199 - border, 50],
      [100, border],
      [100, 99 - border],
    ] as const)
      expect(pixel(raster, x, y)).toEqual([x, y, 50]);
    expect(pixel(picture, 0, 0)).toEqual([0, 0, 50]);
  });

  it("is of the colour asked for, opaque, and leaves something of a tiny picture", () => {
    const alpha = planeOf(200, 100, () => 0);
    const raster = drawFrame({ ...picture, alpha }, { width: "thin", colour: { rgb: BLUE, name: "blue" } });
    expect(apart(pixel(raster, 0, 0), BLUE)).toBe(0);
    expect([raster.alpha?.data[0], raster.alpha?.data[50 * 200 + 100]]).toEqual([1, 0]);
    expect(pixel(drawFrame(plain(3, 3, RED), { width: "thick" }), 1, 1)).toEqual([...RED]);
  });
});
