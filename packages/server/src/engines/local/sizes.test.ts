import { describe, expect, it } from "vitest";
import { EngineError } from "../engine.js";
import { ASPECT_RATIOS } from "./ratios.js";
import { nearestRatio, outputSize, ratioOf } from "./sizes.js";

describe("outputSize", () => {
  it.each([
    ["1k", "1:1", 1024, 1024],
    ["1k", "3:2", 1248, 832],
    ["1k", "2:3", 832, 1248],
    ["1k", "4:3", 1184, 880],
    ["1k", "4:5", 912, 1152],
    ["1k", "9:16", 768, 1360],
    ["1k", "21:9", 1568, 672],
    ["2k", "1:1", 2048, 2048],
    ["2k", "16:9", 2736, 1536],
    ["4k", "1:1", 2880, 2880],
    ["4k", "16:9", 3840, 2160],
    ["4k", "9:16", 2160, 3840],
    ["4k", "3:2", 3520, 2352],
    ["4k", "21:9", 3840, 1648],
  ])("spreads %s over %s as %i×%i", (resolution, ratio, width, height) => {
    expect(outputSize(resolution, ratio)).toEqual({ width, height });
  });

  it("stays within the model's limits for every ratio", () => {
    for (const ratio of ASPECT_RATIOS) {
      for (const resolution of ["1k", "2k", "4k"]) {
        const { width, height } = outputSize(resolution, ratio);
        expect([width % 16, height % 16]).toEqual([0, 0]);
        expect(Math.max(width, height)).toBeLessThanOrEqual(3840);
        expect(width * height).toBeGreaterThanOrEqual(0.65e6);
        expect(width * height).toBeLessThanOrEqual(8.3e6);
        expect(Math.abs(Math.log(width / height / ratioOf(ratio)))).toBeLessThan(0.02);
      }
    }
  });

  it.each([
    ["8k", "1:1"],
    ["1k", "4:1"],
    ["1k", "wide"],
  ])("refuses %s at %s", (resolution, ratio) => {
    expect(() => outputSize(resolution, ratio)).toThrow(EngineError);
  });
});

describe("nearestRatio", () => {
  it.each([
    [600, 400, "3:2"],
    [400, 600, "2:3"],
    [1000, 1000, "1:1"],
    [4000, 1000, "21:9"],
    [1080, 1920, "9:16"],
    [1100, 1000, "1:1"],
    [1130, 1000, "5:4"],
  ])("takes %i×%i for %s", (width, height, ratio) => {
    expect(nearestRatio({ width, height }, ASPECT_RATIOS)).toBe(ratio);
  });

  it("chooses from the list that it is given", () => {
    expect(nearestRatio({ width: 600, height: 400 }, ["1:1", "16:9"])).toBe("16:9");
  });
});
