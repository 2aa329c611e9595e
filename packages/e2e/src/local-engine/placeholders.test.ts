import { readFileSync, statSync } from "node:fs";
import { models } from "@model-api/models";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCli } from "../harness.js";
import { AUDIOS, IMAGES, VIDEOS } from "./expected.js";
import { complaints, pictureAt, probe, samplesOf, WITHOUT_FFMPEG } from "./ffmpeg.js";
import { openStudio, type Studio } from "./studio.js";

const EDIT = "openai/gpt-image-2/edit";
const LABEL = /^PLACEHOLDER .*not by a model/;

let studio: Studio;
beforeAll(async () => {
  if (!WITHOUT_FFMPEG) studio = await openStudio();
});
afterAll(() => studio?.close());

describe.skipIf(WITHOUT_FFMPEG)("each model's example", () => {
  test("has a row here, and is served", async () => {
    const rows = [...Object.keys(IMAGES), ...Object.keys(VIDEOS), ...Object.keys(AUDIOS)];
    expect(rows.sort()).toEqual(models.map(({ model_id }) => model_id).sort());
    const { stdout } = await runCli(["models", "--json"], studio.served.env);
    for (const id of rows) expect(stdout).toContain(`"${id}"`);
  });

  test.each(Object.entries(IMAGES))("%s makes an image of its size and format", async (modelId, expected) => {
    const { kind, paths, report } = await studio.make(modelId, await studio.exampleOf(modelId));
    expect([kind, paths.length]).toEqual(["image", expected.count ?? 1]);
    const [width, height] = expected.size;
    for (const path of paths) {
      expect(await sharp(path).metadata()).toMatchObject({ format: expected.format, width, height });
    }
    if (modelId === EDIT) return;
    expect(report.applied.map(({ operation }) => operation)).toEqual(["placeholder"]);
    expect(report.ignored[0]).toMatchObject({
      instruction: "prompt",
      reason: expect.stringMatching(/no image model/),
    });
  });

  test.each(Object.entries(VIDEOS))(
    "%s makes a video of its size, length and sound",
    async (modelId, expected) => {
      const { kind, paths, report } = await studio.make(modelId, await studio.exampleOf(modelId));
      expect([kind, paths.length]).toEqual(["video", 1]);
      const [path = ""] = paths;
      expect(complaints(path)).toBe("");
      const { format, streams } = probe(path);
      expect(format.format_name).toContain("mp4");
      expect(format.tags?.comment).toMatch(LABEL);
      const [picture, sound] = ["video", "audio"].map((type) =>
        streams.find((one) => one.codec_type === type),
      );
      const [width, height] = expected.size;
      const rate = expected.rate ?? 24;
      expect(picture).toMatchObject({
        codec_name: "h264",
        width,
        height,
        pix_fmt: "yuv420p",
        r_frame_rate: `${rate}/1`,
      });
      expect(Number(picture?.duration)).toBeCloseTo(expected.seconds, 3);
      expect(Number(picture?.nb_read_frames)).toBe(expected.seconds * rate);
      expect(sound?.codec_name).toBe(expected.sound ? "aac" : undefined);
      if (sound) expect(Number(sound.duration)).toBeCloseTo(expected.seconds, 3);
      expect(report.applied[0]?.detail).toContain(`${width}×${height}, ${expected.seconds} s`);
      expect(report.applied[0]?.detail).toContain(expected.sound ? "with sound" : "without sound");
      expect(report.ignored[0]?.reason).toMatch(/no video model/);
    },
  );

  test.each(Object.entries(AUDIOS))(
    "%s makes a sound of its length, rate and format",
    async (modelId, expected) => {
      const { kind, paths, report } = await studio.make(modelId, await studio.exampleOf(modelId));
      expect([kind, paths.length]).toEqual(["audio", 1]);
      const [path = ""] = paths;
      const { format, streams } = probe(path);
      expect(streams).toEqual([
        expect.objectContaining({ codec_name: expected.codec, sample_rate: String(expected.sampleRate) }),
      ]);
      expect(format.tags?.comment).toMatch(LABEL);
      // MP3 is made of frames of 1152 samples, and none is cut.
      expect(Math.abs(Number(format.duration) - expected.seconds)).toBeLessThan(0.03);
      expect(report.ignored[0]?.reason).toMatch(/no audio model/);
    },
  );
});

describe.skipIf(WITHOUT_FFMPEG)("a video", () => {
  const CLIP = { prompt: "A pendulum swings", duration: 4, resolution: "360p" };

  test("looks different in each second, and moves between them", async () => {
    const {
      paths: [path = ""],
    } = await studio.make("pixverse/pixverse-v6/text-to-video", CLIP);
    const clock = { left: 0, top: 290, width: 200, height: 46 };
    const bar = { left: 0, top: 344, width: 640, height: 16 };
    const part = (seconds: number, area: typeof clock) =>
      sharp(pictureAt(path, seconds))
        .extract(area)
        .raw()
        .toBuffer()
        .then((bytes) => bytes.toString("base64"));
    const clocks = await Promise.all([0.1, 0.9, 1.5, 2.5, 3.5].map((seconds) => part(seconds, clock)));
    expect(clocks[0]).toBe(clocks[1]);
    expect(new Set(clocks).size).toBe(4);
    const bars = await Promise.all([1, 1.25, 1.5, 1.75].map((seconds) => part(seconds, bar)));
    expect(new Set(bars).size).toBe(4);
  });

  test("is what was drawn, to the last frame: nothing drifts, and nothing is lost", async () => {
    const {
      paths: [path = ""],
    } = await studio.make("pixverse/pixverse-v6/text-to-video", { ...CLIP, duration: 12 });
    // There is a picture that needs no other at ten seconds: what stands still is the same before and after it.
    const still = { left: 0, top: 0, width: 640, height: 280 };
    const [first, ...others] = await Promise.all(
      [0, 9.9, 10.1, 11.9].map((seconds) => sharp(pictureAt(path, seconds)).extract(still).raw().toBuffer()),
    );
    for (const other of others) expect(first?.equals(other)).toBe(true);
    // In the last frame the bar is full.
    const bar = await sharp(pictureAt(path, 11.95))
      .extract({ left: 0, top: 348, width: 640, height: 8 })
      .removeAlpha()
      .raw()
      .toBuffer();
    expect(bar.equals(Buffer.alloc(bar.length, bar.subarray(0, 3)))).toBe(true);
  });

  test("is the same bytes for the same request, and small", async () => {
    const input = { prompt: "A pendulum swings", duration: 10, resolution: "1080p", generate_audio: true };
    const [one, two] = await Promise.all([1, 2].map(() => studio.make("bytedance/seedance-2.0/pro", input)));
    const [first = "", second = ""] = [one?.paths[0], two?.paths[0]];
    expect(readFileSync(first).equals(readFileSync(second))).toBe(true);
    expect(statSync(first).size).toBeLessThan(2_000_000);
    const { size } = statSync(
      (
        await studio.make("lightricks/ltx-2.5/image-to-video/fast", {
          ...(await studio.exampleOf("lightricks/ltx-2.5/image-to-video/fast")),
          ...{ resolution: "2160p", aspect_ratio: "16:9", duration: "20", fps: 50 },
        })
      ).paths[0] ?? "",
    );
    expect(size).toBeLessThan(12_000_000);
  });
});

describe.skipIf(WITHOUT_FFMPEG)("a sound", () => {
  const RATE = 8000;
  /** The strongest of some frequencies within half a second. */
  function pitch(samples: Float32Array, from: number): number {
    const part = samples.subarray(from * RATE, (from + 0.5) * RATE);
    const strength = (hertz: number): number => {
      let [real, imaginary] = [0, 0];
      for (const [index, sample] of part.entries()) {
        real += sample * Math.cos((2 * Math.PI * hertz * index) / RATE);
        imaginary += sample * Math.sin((2 * Math.PI * hertz * index) / RATE);
      }
      return Math.hypot(real, imaginary);
    };
    const candidates = Array.from({ length: 120 }, (_, index) => 200 + index * 5);
    const strengths = new Map(candidates.map((hertz) => [hertz, strength(hertz)]));
    return candidates.reduce((best, hertz) =>
      (strengths.get(hertz) ?? 0) > (strengths.get(best) ?? 0) ? hertz : best,
    );
  }

  const SPEECH = "bytedance/seed-audio-1.0/text-to-audio";
  const SONG = { prompt: "A bell", music_length_ms: 5000 };
  test.each([
    ["WAV", "elevenlabs/elevenlabs/music-generation", { ...SONG, output_format: "wav_cd_quality" }],
    ["MP3", "elevenlabs/elevenlabs/music-generation", { ...SONG, output_format: "mp3_high_quality" }],
    ["AAC in MP4", "wan-ai/wan-3.0/text-to-video", { prompt: "A bell", duration: 5, resolution: "480p" }],
    ...[8000, 16_000, 24_000, 32_000, 48_000].map(
      (sample_rate) =>
        [
          `MP3 at ${sample_rate} Hz`,
          SPEECH,
          { prompt: "A bell rings. ".repeat(5), output_format: "mp3", sample_rate },
        ] as const,
    ),
  ] as const)(
    "in %s is soft notes, the first one higher and the last one lower, and ends in silence",
    async (_, model, input) => {
      const {
        paths: [path = ""],
      } = await studio.make(model, input);
      expect(complaints(path)).toBe("");
      const samples = samplesOf(path, RATE);
      const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
      expect(loudest).toBeGreaterThan(0.05);
      expect(loudest).toBeLessThan(0.2);
      const [first, second, third, last] = [0.1, 1.1, 2.1, 4.1].map((from) => pitch(samples, from));
      expect(first).toBeGreaterThan((second ?? 0) * 1.2);
      expect(third).toBe(second);
      expect(last).toBeLessThan((second ?? 0) * 0.9);
      for (const start of [0, 1, 2, 3, 4]) {
        const part = samples.subarray((start + 0.05) * RATE, (start + 0.95) * RATE);
        expect(part.some((sample) => Math.abs(sample) > 0.01)).toBe(true);
      }
      expect(samples.subarray(4.99 * RATE).every((sample) => Math.abs(sample) < 0.02)).toBe(true);
    },
  );

  test("of raw samples has no container", async () => {
    const input = { prompt: "A bell rings. ".repeat(5), output_format: "pcm", sample_rate: 16_000 };
    const {
      paths: [path = ""],
    } = await studio.make(SPEECH, input);
    expect(statSync(path).size).toBe(5 * 16_000 * 2);
  });

  test("in a format that is not made here is WAV, and that is said", async () => {
    const {
      paths: [path = ""],
      report,
    } = await studio.make(SPEECH, { prompt: "A bell", output_format: "ogg_opus" });
    expect(probe(path).format.format_name).toBe("wav");
    expect(report.ignored).toContainEqual({
      instruction: "output_format",
      reason: "ogg_opus is not made here; it is made as wav",
    });
  });
});
