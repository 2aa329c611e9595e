import { describe, expect, it } from "vitest";
import type { Adjustment, Strength } from "../instructions/operations.js";
import { adjust } from "./adjust.js";
import { cooled, flattened, lifted, lowered, steepened, warmed } from "./curves.js";
import { cropped } from "./reshape.js";
import {
  apart,
  BLUE,
  GREY,
  luma,
  meanOf,
  noise,
  pixel,
  plain,
  planeOf,
  RED,
  rasterOf,
  WHITE,
} from "./testing/rasters.js";

const STRENGTHS = ["slight", "medium", "strong"] as const;
const ramp = rasterOf(256, 4, (x) => [x, x, x]);
const scope = "picture";

function tone(
  kind: "brightness" | "contrast" | "saturation" | "warmth",
  direction: "up" | "down",
  strength: Strength,
) {
  return { kind, direction, strength, scope } as const satisfies Adjustment;
}

describe("tone curves", () => {
  it("rise everywhere and keep black and white, so that nothing is clipped", () => {
    for (const strength of STRENGTHS) {
      for (const curve of [
        lifted(strength),
        lowered(strength),
        steepened(strength, 0.3),
        steepened(strength, 0.9),
      ]) {
        expect(curve(0)).toBeCloseTo(0, 6);
        expect(curve(1)).toBeCloseTo(1, 6);
        for (let step = 1; step <= 100; step++)
          expect(curve(step / 100)).toBeGreaterThan(curve((step - 1) / 100));
      }
      for (const curve of [flattened(strength, 0.5), ...warmed(strength), ...cooled(strength)]) {
        expect(Math.min(curve(0), 1 - curve(1))).toBeGreaterThanOrEqual(0);
        for (let step = 1; step <= 100; step++)
          expect(curve(step / 100)).toBeGreaterThan(curve((step - 1) / 100));
      }
    }
  });

  it("undo each other: brighter and then darker is as before", () => {
    for (const strength of STRENGTHS)
      for (const value of [0.1, 0.4, 0.8])
        expect(lowered(strength)(lifted(strength)(value))).toBeCloseTo(value, 6);
  });

  it("keep the level that contrast turns around", () => {
    for (const pivot of [0.4, 0.5, 0.6]) expect(steepened("strong", pivot)(pivot)).toBeCloseTo(pivot, 6);
  });
});

describe("adjust, light", () => {
  it("brightens and darkens by strength, and leaves all levels apart that were apart enough", () => {
    const middles = STRENGTHS.map(
      (strength) => pixel(adjust(ramp, tone("brightness", "up", strength)), 128, 0)[0] ?? 0,
    );
    expect(middles).toEqual([...middles].sort((a, b) => a - b));
    expect(middles[0]).toBeGreaterThan(138);
    const bright = adjust(ramp, tone("brightness", "up", "strong"));
    expect(new Set(Array.from({ length: 64 }, (_, step) => pixel(bright, step * 4, 0)[0])).size).toBe(64);
    expect(pixel(adjust(ramp, tone("brightness", "down", "medium")), 128, 0)[0]).toBeLessThan(100);
  });

  it("raises and lowers contrast around the picture's own mean", () => {
    const spread = (direction: "up" | "down", strength: Strength) => {
      const raster = adjust(ramp, tone("contrast", direction, strength));
      expect(
        Math.abs((meanOf(raster, { left: 0, top: 0, width: 256, height: 4 })[0] ?? 0) - 127.5),
      ).toBeLessThan(2);
      return (pixel(raster, 192, 0)[0] ?? 0) - (pixel(raster, 64, 0)[0] ?? 0);
    };
    expect(spread("up", "slight")).toBeGreaterThan(135);
    expect(spread("up", "strong")).toBeGreaterThan(spread("up", "medium"));
    expect(spread("down", "slight")).toBeLessThan(120);
    expect(spread("down", "strong")).toBeLessThan(spread("down", "medium"));
  });
});

describe("adjust, colour", () => {
  const colours = rasterOf(64, 64, (x, y) => [x * 4, y * 4, (x + y) * 2]);

  it("changes saturation and neither brightness nor grey", () => {
    for (const direction of ["up", "down"] as const) {
      const after = adjust(colours, tone("saturation", direction, "strong"));
      for (let y = 0; y < 64; y += 7)
        for (let x = 0; x < 64; x += 7)
          expect(Math.abs(luma(pixel(after, x, y)) - luma(pixel(colours, x, y)))).toBeLessThan(1.1);
      expect(pixel(adjust(plain(2, 2, GREY), tone("saturation", direction, "strong")), 0, 0)).toEqual([
        ...GREY,
      ]);
    }
    const chroma = (colour: number[]) => Math.max(...colour) - Math.min(...colour);
    const red = [150, 90, 90] as const;
    const chromaBy = (direction: "up" | "down", strength: Strength) =>
      chroma(pixel(adjust(plain(2, 2, red), tone("saturation", direction, strength)), 0, 0));
    expect(chromaBy("up", "strong")).toBeGreaterThan(chromaBy("up", "slight"));
    expect(chromaBy("up", "slight")).toBeGreaterThan(60);
    expect(chromaBy("down", "strong")).toBeLessThan(chromaBy("down", "slight"));
  });

  it("keeps the hue of a colour that cannot become stronger", () => {
    expect(
      apart(
        pixel(adjust(plain(2, 2, [255, 20, 20]), tone("saturation", "up", "strong")), 0, 0),
        [255, 20, 20],
      ),
    ).toBeLessThanOrEqual(1);
  });

  it("warms towards red and cools towards blue, at about the same brightness", () => {
    for (const strength of STRENGTHS) {
      const [warmRed = 0, , warmBlue = 0] = pixel(
        adjust(plain(2, 2, GREY), tone("warmth", "up", strength)),
        0,
        0,
      );
      const cold = pixel(adjust(plain(2, 2, GREY), tone("warmth", "down", strength)), 0, 0);
      expect(warmRed - warmBlue).toBeGreaterThan(10);
      expect((cold[2] ?? 0) - (cold[0] ?? 0)).toBeGreaterThan(10);
      expect(Math.abs(luma(cold) - 128)).toBeLessThan(8);
    }
  });

  it("makes greys that are as light as the colours were", () => {
    const grey = (colour: readonly [number, number, number]) =>
      pixel(adjust(plain(2, 2, colour), { kind: "greyscale", scope }), 0, 0);
    for (const colour of [RED, BLUE, WHITE, GREY]) expect(new Set(grey(colour)).size).toBe(1);
    expect(grey(WHITE)[0]).toBe(255);
    expect(grey(GREY)[0]).toBe(128);
    // The mean of the bytes would be 85 for both; to an eye green is far lighter than blue.
    expect(grey([0, 255, 0])[0]).toBe(220);
    expect(grey([0, 0, 255])[0]).toBe(76);
  });

  it("tones in sepia: red before green before blue, black black, light light", () => {
    const sepia = (colour: readonly [number, number, number]) =>
      pixel(adjust(plain(2, 2, colour), { kind: "sepia", scope }), 0, 0);
    for (const colour of [RED, BLUE, GREY, WHITE]) {
      const [red = 0, green = 0, blue = 0] = sepia(colour);
      expect([red > green, green > blue]).toEqual([true, true]);
    }
    expect(sepia([0, 0, 0])).toEqual([0, 0, 0]);
    expect(luma(sepia(WHITE))).toBeGreaterThan(235);
  });
});

describe("adjust, sharpness", () => {
  // A soft edge from 80 to 170 with a coloured tint, over four pixels.
  const edge = rasterOf(80, 30, (x) => {
    const level = 80 + 90 * Math.min(1, Math.max(0, (x - 38) / 4));
    return [level, level * 0.9, level * 0.8];
  });
  const steepest = (raster: typeof edge) =>
    Math.max(
      ...Array.from(
        { length: 70 },
        (_, x) => (pixel(raster, x + 1, 15)[1] ?? 0) - (pixel(raster, x, 15)[1] ?? 0),
      ),
    );

  it("sharpens edges by strength, flat parts not at all, and without a tint", () => {
    const sharp = STRENGTHS.map((strength) => adjust(edge, { kind: "sharpen", strength, scope }));
    const slopes = [edge, ...sharp].map(steepest);
    for (let index = 1; index < slopes.length; index++)
      expect(slopes[index] ?? 0).toBeGreaterThanOrEqual(slopes[index - 1] ?? 0);
    expect(slopes[3]).toBeGreaterThan((slopes[0] ?? 0) + 2);
    for (const raster of sharp) {
      expect(pixel(raster, 5, 15)).toEqual(pixel(edge, 5, 15));
      for (let x = 20; x < 60; x++) {
        const moved = pixel(raster, x, 15).map(
          (value, channel) => value - (pixel(edge, x, 15)[channel] ?? 0),
        );
        expect(Math.max(...moved) - Math.min(...moved)).toBeLessThanOrEqual(1);
      }
    }
  });

  it("blurs by strength, and the mean stays", () => {
    const checks = rasterOf(200, 100, (x, y) =>
      ((x >> 1) + (y >> 1)) % 2 === 0 ? [220, 60, 60] : [60, 60, 220],
    );
    const blurred = adjust(checks, { kind: "blur", strength: "strong", scope });
    const part = { left: 40, top: 40, width: 20, height: 20 };
    expect(apart(meanOf(blurred, part), [140, 60, 140])).toBeLessThan(3);
    expect(apart(pixel(blurred, 100, 50), [140, 60, 140])).toBeLessThan(8);
  });
});

describe("adjust, in a part", () => {
  const LEFT = { left: 0, top: 0, width: 30, height: 20 };
  const left = planeOf(60, 20, (x) => (x < 30 ? 1 : 0));

  it("leaves every pixel outside the mask as it is, and mixes where the mask does", () => {
    const picture = rasterOf(60, 20, (x, y) => [100 + 20 * noise(x, y), 120, 90]);
    for (const adjustment of [
      tone("brightness", "up", "strong"),
      { kind: "greyscale", scope },
      { kind: "sharpen", strength: "strong", scope },
    ] as const) {
      const after = adjust(picture, adjustment, left);
      for (let x = 30; x < 60; x++) expect(pixel(after, x, 10)).toEqual(pixel(picture, x, 10));
      expect(cropped(after, LEFT).data).not.toEqual(cropped(picture, LEFT).data);
    }
    const half = adjust(
      plain(4, 4, GREY),
      tone("brightness", "up", "strong"),
      planeOf(4, 4, () => 0.5),
    );
    const full = adjust(plain(4, 4, GREY), tone("brightness", "up", "strong"));
    expect(pixel(half, 1, 1)[0]).toBeCloseTo((128 + (pixel(full, 1, 1)[0] ?? 0)) / 2, -1);
  });

  it("blurs one side without the other side's colour running into it", () => {
    const picture = rasterOf(60, 20, (x) => (x < 30 ? RED : BLUE));
    const after = adjust(picture, { kind: "blur", strength: "strong", scope }, left);
    for (let x = 0; x < 30; x++) expect(apart(pixel(after, x, 10), RED)).toBeLessThanOrEqual(1);
    expect(pixel(after, 30, 10)).toEqual([...BLUE]);
  });

  it("keeps the picture's transparency, and the picture that it was given", () => {
    const alpha = planeOf(8, 8, (x) => x / 8);
    const picture = { ...plain(8, 8, RED), alpha };
    const before = picture.data.slice();
    for (const adjustment of [
      tone("warmth", "up", "medium"),
      { kind: "blur", strength: "medium", scope },
    ] as const) {
      expect(adjust(picture, adjustment).alpha).toBe(alpha);
      expect(picture.data).toEqual(before);
    }
  });
});
