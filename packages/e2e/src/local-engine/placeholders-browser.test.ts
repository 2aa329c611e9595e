import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listen } from "../harness.js";
import { launchChromium, WITHOUT_CHROMIUM } from "../react/chromium.js";
import { WITHOUT_FFMPEG } from "./ffmpeg.js";
import { decodeSound, play, watch } from "./in-page.js";
import { openStudio, type Studio } from "./studio.js";

const WITHOUT = WITHOUT_CHROMIUM || WITHOUT_FFMPEG;

let studio: Studio;
let browser: Browser;
beforeAll(async () => {
  if (WITHOUT) return;
  [studio, browser] = await Promise.all([openStudio(), launchChromium()]);
});
afterAll(() => Promise.all([browser?.close(), studio?.close()]));

/** A page that can play a file. */
async function pageWith(path: string, type: string): Promise<Page> {
  const bytes = readFileSync(path);
  const { url } = await listen((request, response) => {
    if (request.url !== "/file") return response.end("<!doctype html><title>Player</title>");
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "") ?? [];
    const first = Number(from ?? 0);
    const last = to ? Number(to) : bytes.length - 1;
    response.writeHead(from === undefined ? 200 : 206, {
      "content-type": type,
      "accept-ranges": "bytes",
      "content-length": last - first + 1,
      ...(from !== undefined && { "content-range": `bytes ${first}-${last}/${bytes.length}` }),
    });
    response.end(bytes.subarray(first, last + 1));
  });
  const page = await browser.newPage();
  await page.goto(url);
  return page;
}

describe.skipIf(WITHOUT)("Chromium", () => {
  test.each([
    ["720p", 1280, 720],
    ["1080p", 1920, 1080],
    ["360p", 640, 360],
  ])(
    "plays a video of %s: its length, its size, and the right frame at any time",
    async (resolution, width, height) => {
      const input = { prompt: "A pendulum swings", duration: 12, resolution, generate_audio_switch: true };
      const {
        paths: [path = ""],
      } = await studio.make("pixverse/pixverse-v6/text-to-video", input);
      const page = await pageWith(path, "video/mp4");
      const seen = await watch(page, [1, 4, 7, 11, 2]);
      expect(seen).toMatchObject({ duration: 12, width, height });
      // By then a twelfth, a third, more than a half, and nearly all has passed; then it goes back.
      const filled = seen.bars.map((bar) => bar.map(isAccent));
      expect(filled).toEqual([
        [false, false, false],
        [true, false, false],
        [true, true, false],
        [true, true, true],
        [false, false, false],
      ]);
      for (const paper of seen.papers) expect(Math.min(...paper)).toBeGreaterThan(225);
      await page.close();
    },
  );

  test("plays on from beginning to end, with sound", async () => {
    const input = { prompt: "x", duration: 1, resolution: "360p", generate_audio_switch: true };
    const {
      paths: [path = ""],
    } = await studio.make("pixverse/pixverse-v6/text-to-video", input);
    const page = await pageWith(path, "video/mp4");
    const played = await play(page);
    expect(played.end).toBeCloseTo(1, 1);
    expect(played.soundBytes).toBeGreaterThan(0);
    expect(played.frames).toBeGreaterThan(0);
    await page.close();
  });

  test.each([
    ["wav_24khz", "audio/wav", 24_000],
    ["mp3_standard", "audio/mpeg", 44_100],
  ])("decodes a sound in %s", async (output_format, type, rate) => {
    const input = { prompt: "A bell", music_length_ms: 5000, output_format };
    const {
      paths: [path = ""],
    } = await studio.make("elevenlabs/elevenlabs/music-generation", input);
    const page = await pageWith(path, type);
    const sound = await decodeSound(page, rate);
    expect(sound.channels).toBe(1);
    expect(Math.abs(sound.duration - 5)).toBeLessThan(0.03);
    await page.close();
  });
});

/** The bar's own colour is dark, and what it runs on is light. */
function isAccent(pixel: readonly number[]): boolean {
  return pixel.reduce((sum, part) => sum + part, 0) < 3 * 150;
}
