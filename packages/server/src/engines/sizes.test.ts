import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { installedCatalog } from "../catalog.js";
import { EngineError } from "./engine.js";
import { nearestRatio, outputSize, ratioOf, sizeOfOutput, uprightSize } from "./sizes.js";

const MODELS = installedCatalog.models.filter(({ model_id }) => model_id.startsWith("openai/"));
const RATIOS = ["1:1", "3:2", "2:3", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9"];

async function schemaOf(modelId: string) {
  const model = await installedCatalog.load(modelId);
  if (!model) throw new Error(`${modelId} is not in the catalog`);
  return model.inputSchema;
}

describe("outputSize", () => {
  it.each([
    ["1k", "1:1", 1024, 1024],
    ["1k", "3:2", 1248, 832],
    ["1k", "2:3", 832, 1248],
    ["1k", "4:3", 1184, 880],
    ["1k", "4:5", 912, 1152],
    ["1k", "9:16", 768, 1360],
    ["1k", "21:9", 1568, 672],
    ["1k", "3:1", 1776, 592],
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

  it.each(MODELS.map(({ model_id }) => model_id))("stays within the limits of %s", async (modelId) => {
    const { resolution, aspect_ratio } = (await schemaOf(modelId)).properties;
    const ratios = (aspect_ratio?.enum ?? []).map(String);
    const resolutions = (resolution?.enum ?? []).map(String);
    expect(ratios.length * resolutions.length).toBeGreaterThanOrEqual(30);
    for (const ratio of ratios) {
      for (const name of resolutions) {
        const { width, height } = outputSize(name, ratio);
        expect([width % 16, height % 16]).toEqual([0, 0]);
        expect(Math.max(width, height)).toBeLessThanOrEqual(3840);
        expect(Math.max(width / height, height / width)).toBeLessThanOrEqual(3);
        expect(width * height).toBeGreaterThanOrEqual(655_360);
        expect(width * height).toBeLessThanOrEqual(8_294_400);
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
    expect(nearestRatio({ width, height }, RATIOS)).toBe(ratio);
  });

  it("chooses from the list that it is given", () => {
    expect(nearestRatio({ width: 600, height: 400 }, ["1:1", "16:9"])).toBe("16:9");
  });
});

describe("sizeOfOutput", () => {
  const PORTRAIT = { width: 400, height: 600 };

  it.each([
    ["follows the first picture where the schema says so", "openai/gpt-image-2/edit", {}, 832, 1248],
    ["does what the input says", "openai/gpt-image-2/edit", { aspect_ratio: "16:9" }, 1360, 768],
    ["takes the resolution", "openai/gpt-image-2/edit", { resolution: "2k" }, 1680, 2512],
    ["takes the schema's default otherwise", "openai/gpt-image-2.5/flare/edit", {}, 880, 1184],
    ["each model's own", "openai/gpt-image-2.5/sunburst/text-to-image", {}, 1360, 768],
  ])("%s: %s %j", async (_, modelId, input, width, height) => {
    expect(sizeOfOutput(await schemaOf(modelId), input, PORTRAIT)).toEqual({ width, height });
  });
});

describe("uprightSize", () => {
  it("turns a picture as its EXIF orientation says", async () => {
    const picture = sharp({ create: { width: 60, height: 40, channels: 3, background: "#888888" } });
    const turned = await picture.withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await uprightSize(turned, "images[0]")).toEqual({ width: 40, height: 60 });
  });

  it("blames the input for what is no picture, by its field", async () => {
    const reading = uprightSize(Buffer.from("no picture"), "images[0]");
    await expect(reading).rejects.toMatchObject({
      fault: "input",
      message: expect.stringMatching(/^images\[0\]: /),
    });
  });
});
