import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { makePlaceholder } from "./make-placeholder.js";
import type { AudioOrder, ImageOrder, VideoOrder } from "./order/order.js";

const COMMON = { modelId: "acme/own/model", prompt: "Two foals race along a beach", count: 1, ignored: [] };
const IMAGE: ImageOrder = { ...COMMON, kind: "image", size: { width: 320, height: 200 }, format: "png" };
const VIDEO: VideoOrder = {
  ...COMMON,
  kind: "video",
  size: { width: 322, height: 182 },
  duration: 2,
  framesPerSecond: 10,
  sound: true,
};
const AUDIO: AudioOrder = {
  ...COMMON,
  kind: "audio",
  duration: 3,
  container: "wav",
  sampleRate: 16_000,
  channels: 1,
};

describe("a placeholder", () => {
  it.each([IMAGE, VIDEO, AUDIO, { ...AUDIO, container: "mp3" } as const])(
    "is the same bytes for the same order: $kind",
    async (order) => {
      const [first, second] = [await makePlaceholder(order), await makePlaceholder(order)];
      expect(Buffer.from(first.data).equals(second.data)).toBe(true);
      const longer = await makePlaceholder({
        ...order,
        prompt: "x",
        ...("duration" in order && { duration: 4 }),
      });
      expect(Buffer.from(first.data).equals(longer.data)).toBe(false);
    },
  );

  it("says what it is, in words", async () => {
    expect((await makePlaceholder({ ...IMAGE, count: 2 })).applied).toEqual([
      { operation: "placeholder", detail: expect.stringContaining("2 placeholders of 320×200, PNG") },
    ]);
    expect((await makePlaceholder(VIDEO)).applied[0]?.detail).toMatch(
      /322×182, 2 s at 10 frames .* with sound/,
    );
    expect((await makePlaceholder({ ...VIDEO, sound: false })).applied[0]?.detail).toMatch(/without sound/);
    expect((await makePlaceholder(AUDIO)).applied[0]?.detail).toMatch(/3 s, 16000 Hz, mono, WAV/);
  });
});

describe("an image", () => {
  it.each([
    ["png", 320, 200],
    ["jpeg", 64, 64],
    ["webp", 2048, 128],
    ["png", 128, 2048],
  ] as const)("is a %s of %i×%i", async (format, width, height) => {
    const { data } = await makePlaceholder({ ...IMAGE, format, size: { width, height } });
    expect(await sharp(data).metadata()).toMatchObject({ format, width, height });
  });

  it("has its text within the frame, on one flat colour", async () => {
    for (const size of [
      { width: 64, height: 64 },
      { width: 200, height: 1600 },
      { width: 1600, height: 200 },
    ]) {
      const prompt = "supercalifragilisticexpialidocious-with-more ".repeat(60);
      const { data } = await makePlaceholder({ ...IMAGE, size, prompt });
      const { info } = await sharp(data).trim({ threshold: 4 }).toBuffer({ resolveWithObject: true });
      expect(info.width).toBeLessThan(size.width);
      expect(info.height).toBeLessThan(size.height);
    }
  });

  it("does not fail on a prompt of other scripts, of emoji, of nothing, or of 32 kB", async () => {
    for (const prompt of ["漢字かな", "👩‍👩‍👧‍👦🎉", "", "word ".repeat(6554), "א".repeat(32_768)]) {
      const { data } = await makePlaceholder({ ...IMAGE, prompt });
      expect(await sharp(data).metadata()).toMatchObject({ width: 320, height: 200 });
    }
  });

  it("says which of several it is", async () => {
    const { data, others = [] } = await makePlaceholder({ ...IMAGE, count: 3 });
    expect(new Set([data, ...others].map((file) => Buffer.from(file).toString("base64"))).size).toBe(3);
  });
});
