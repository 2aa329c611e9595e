import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { engineContext } from "../../testing/engines.js";
import type { EngineFile, EngineResult } from "../engine.js";
import { createLocalEngine, type LocalEngineOptions } from "./index.js";

const COFFEE = new URL("../../../../e2e/fixtures/coffee.png", import.meta.url);
const EDIT = "openai/gpt-image-2/edit";
const STUDIO = "Turn the background into a white-to-gray studio sweep with gentle floor shadow";
const LONG = 60_000;

interface Run {
  readonly modelId?: string;
  readonly input?: Record<string, unknown>;
  readonly image?: Uint8Array;
  readonly options?: LocalEngineOptions;
  readonly signal?: AbortSignal;
}

async function run({ modelId = EDIT, input, image, options, signal }: Run): Promise<EngineResult> {
  const bytes = image ?? (await readFile(COFFEE));
  const context = engineContext({
    fetchMedia: async () => ({ bytes, mediaType: "image/png" }),
    ...(signal && { signal }),
  });
  const engine = createLocalEngine({ isolation: "inline", ...options });
  const images = modelId === EDIT ? { images: ["data:,"] } : {};
  const task = { requestId: "r", modelId, input: { prompt: "", ...images, ...input }, attempt: 1 };
  return engine.run(task, context);
}

const fileOf = (result: EngineResult) => (result.files[0] as EngineFile).data as Uint8Array;
const operations = (result: EngineResult): string[] =>
  result.report.applied.map(({ operation }) => operation);

async function pixels(data: Uint8Array | string | Buffer, width?: number, height?: number) {
  const image = sharp(data).removeAlpha();
  if (width) image.resize(width, height, { fit: "fill", kernel: "lanczos3" });
  return image.raw().toBuffer();
}

describe("the local engine, editing", () => {
  it(
    "leaves the subject's pixels as they are and paints everything around it",
    async () => {
      const result = await run({ input: { prompt: STUDIO } });
      expect(operations(result)).toEqual(["resize", "replace-background"]);
      const [before, after] = [await pixels(await readFile(COFFEE), 1248, 832), await pixels(fileOf(result))];
      const same = (x: number, y: number): boolean => {
        const at = (Math.round(y * 2.08) * 1248 + Math.round(x * 2.08)) * 3;
        return before.subarray(at, at + 3).equals(after.subarray(at, at + 3));
      };
      for (let x = 200; x <= 380; x += 4)
        for (let y = 60; y <= 340; y += 4) expect([x, y, same(x, y)]).toEqual([x, y, true]);
      for (const [x, y] of [
        [5, 5],
        [40, 250],
        [540, 200],
        [120, 380],
        [450, 60],
        [590, 390],
      ] as const) {
        const at = (Math.round(y * 2.08) * 1248 + Math.round(x * 2.08)) * 3;
        expect(Math.min(...after.subarray(at, at + 3))).toBeGreaterThan(150);
        expect(
          Math.max(...after.subarray(at, at + 3)) - Math.min(...after.subarray(at, at + 3)),
        ).toBeLessThan(2);
        expect(same(x, y)).toBe(false);
      }
    },
    LONG,
  );

  it(
    "makes room for a headline, resampling the subject once, and draws the right words",
    async () => {
      const prompt = (words: string): string =>
        `${STUDIO}; add a headline that reads '${words}'; keep the cup unchanged`;
      const result = await run({ input: { prompt: prompt("OPEN STUDIO") } });
      expect(operations(result)).toEqual([
        "resize",
        "replace-background",
        "place-subject",
        "add-headline",
        "keep-subject",
      ]);
      expect(result.report.ignored).toEqual([]);
      const detail = result.report.applied.map((one) => one.detail).join(" ");
      const place = /scale (\S+), the photo as (\d+)×(\d+) at x (\d+), y (\d+)/.exec(detail) ?? [];
      const [scale = 0, width = 0, height = 0, x = 0, y = 0] = place.slice(1).map(Number);
      expect(scale).toBeGreaterThanOrEqual(0.6);
      expect(scale).toBeLessThan(1);
      expect(Number(/contrast (\S+):1/.exec(detail)?.[1])).toBeGreaterThanOrEqual(4.5);

      const expected = await sharp(await readFile(COFFEE))
        .removeAlpha()
        .resize(width, height, { fit: "fill" })
        .raw()
        .toBuffer();
      const actual = await pixels(fileOf(result));
      for (let row = Math.round(height * 0.3); row < height * 0.7; row += 7) {
        const from = (row * width + Math.round(width * 0.35)) * 3;
        const to = ((row + y) * 1248 + x + Math.round(width * 0.35)) * 3;
        const length = Math.round(width * 0.25) * 3;
        expect(actual.subarray(to, to + length).equals(expected.subarray(from, from + length))).toBe(true);
      }

      const band = async (data: Uint8Array): Promise<Buffer> =>
        sharp(data).extract({ left: 0, top: 0, width: 1248, height: 165 }).raw().toBuffer();
      const right = await band(fileOf(result));
      const again = await band(fileOf(await run({ input: { prompt: prompt("OPEN STUDIO") } })));
      const wrong = await band(fileOf(await run({ input: { prompt: prompt("OPEN STUDIA") } })));
      expect(right.equals(again)).toBe(true);
      expect(right.equals(wrong)).toBe(false);
    },
    LONG,
  );

  it(
    "can leave the subject in place instead",
    async () => {
      const prompt = `${STUDIO}; add a headline that reads 'OPEN STUDIO'`;
      const byOption = await run({ input: { prompt }, options: { headlinePolicy: "in-place" } });
      const byPrompt = await run({ input: { prompt: `${prompt}; keep the framing` } });
      expect(operations(byOption)).not.toContain("place-subject");
      expect(operations(byPrompt)).not.toContain("place-subject");
      expect(fileOf(byOption)).toEqual(fileOf(byPrompt));
    },
    LONG,
  );

  it(
    "fits the subject into a frame of another shape",
    async () => {
      const result = await run({ input: { prompt: STUDIO, aspect_ratio: "9:16" } });
      expect(await sharp(fileOf(result)).metadata()).toMatchObject({ width: 768, height: 1360 });
      expect(operations(result)).toContain("place-subject");
    },
    LONG,
  );

  it("draws no text with characters that no font has, and says so", async () => {
    const instruction = "add the headline '\u{13000}\u{1D15F} OK'";
    const result = await run({ input: { prompt: instruction } });
    expect(operations(result)).toEqual(["resize"]);
    expect(result.report.ignored).toEqual([{ instruction, reason: expect.stringMatching(/\u{13000}/u) }]);
  });

  it("does nothing but resize when it understands nothing, and says so", async () => {
    const result = await run({
      input: { prompt: "make it rain", quality: "high", images: ["data:,a", "data:,b", "data:,c"] },
    });
    expect(operations(result)).toEqual(["resize"]);
    expect(result.report.ignored.map(({ instruction }) => instruction)).toEqual([
      "make it rain",
      "images[1]",
      "images[2]",
    ]);
    expect((await pixels(fileOf(result))).equals(await pixels(await readFile(COFFEE), 1248, 832))).toBe(true);
  });

  it("keeps the photo when no subject can be found", async () => {
    const image = await sharp({ create: { width: 300, height: 200, channels: 3, background: "#88aa44" } })
      .png()
      .toBuffer();
    const result = await run({ input: { prompt: STUDIO }, image });
    expect(operations(result)).toEqual(["resize"]);
    expect(result.report.ignored[0]).toMatchObject({
      instruction: STUDIO,
      reason: expect.stringMatching(/kept/),
    });
  });

  it("takes a picture's own transparency for the cut-out", async () => {
    const disc = Buffer.from(
      `<svg width="400" height="400"><circle cx="200" cy="200" r="120" fill="#a03020"/></svg>`,
    );
    const result = await run({ input: { prompt: STUDIO }, image: await sharp(disc).png().toBuffer() });
    const data = await pixels(fileOf(result));
    expect([...data.subarray((512 * 1024 + 512) * 3, (512 * 1024 + 512) * 3 + 3)]).toEqual([160, 48, 32]);
    expect(operations(result)).toContain("replace-background");
  });
});

describe("the local engine's files", () => {
  it.each([
    ["png", "1k", 1248, 832],
    ["jpeg", "1k", 1248, 832],
    ["webp", "1k", 1248, 832],
    ["jpeg", "4k", 3520, 2352],
    ["webp", "4k", 3520, 2352],
    ["png", "4k", 3520, 2352],
  ])(
    "%s at %s is %i×%i, sRGB, without metadata",
    async (output_format, resolution, width, height) => {
      const result = await run({ input: { output_format, resolution } });
      expect(result.files[0]).toMatchObject({ kind: "image", mediaType: `image/${output_format}` });
      const metadata = await sharp(fileOf(result)).metadata();
      expect(metadata).toMatchObject({
        format: output_format,
        width,
        height,
        space: "srgb",
        hasAlpha: false,
      });
      expect([metadata.exif, metadata.icc, metadata.xmp, metadata.iptc]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
    },
    LONG,
  );

  it("stands upright when EXIF says so", async () => {
    const image = await sharp(await readFile(COFFEE))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(await sharp(fileOf(await run({ image }))).metadata()).toMatchObject({ width: 832, height: 1248 });
  });

  it.each([
    ["noise", Buffer.from("this is not a picture")],
    ["half a picture", undefined],
    ["a vector drawing", Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`)],
  ])("blames the input for %s", async (_, bytes) => {
    const image = bytes ?? (await readFile(COFFEE)).subarray(0, 50_000);
    await expect(run({ image })).rejects.toMatchObject({
      name: "EngineError",
      fault: "input",
      message: expect.stringMatching(/^images\[0\]: /),
    });
  });
});

describe("the local engine, from text", () => {
  it("draws a labelled placeholder of the right size, and admits it", async () => {
    const modelId = "openai/gpt-image-2/text-to-image";
    const result = await run({ modelId, input: { prompt: "A lighthouse, 漢字", aspect_ratio: "16:9" } });
    expect(await sharp(fileOf(result)).metadata()).toMatchObject({ format: "png", width: 1360, height: 768 });
    expect(operations(result)).toEqual(["placeholder"]);
    expect(result.report.ignored[0]?.reason).toMatch(/no image model/);
    const other = await run({ modelId, input: { prompt: "A harbour", aspect_ratio: "16:9" } });
    expect(fileOf(other)).not.toEqual(fileOf(result));
    expect(await sharp(fileOf(await run({ modelId }))).metadata()).toMatchObject({
      width: 1024,
      height: 1024,
    });
  });
});

describe("the local engine as an engine", () => {
  it("serves the models of its catalog and no other", async () => {
    const engine = createLocalEngine();
    expect(engine).toMatchObject({ name: "local", repeatable: true });
    expect(engine.serves(EDIT)).toBe(true);
    expect(engine.serves("acme/other/edit")).toBe(false);
    await expect(run({ modelId: "acme/other/edit" })).rejects.toMatchObject({ fault: "final" });
  });

  it("does not start what has been aborted", async () => {
    const reason = new Error("timeout");
    await expect(run({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});
