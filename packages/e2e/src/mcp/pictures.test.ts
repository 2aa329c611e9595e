import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { BOTH, type Wire } from "./connect.js";
import { type Answer, closeAfterEach, openScene } from "./scene.js";

closeAfterEach();

const MODEL = "openai/gpt-image-2/text-to-image";
const STDIO: Wire = { transport: "stdio", era: "legacy" };
const LIMIT = 700 * 1024;

/** Noise, which no format makes small. */
async function noise(width: number, height: number, channels: 3 | 4 = 3): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * channels);
  let state = 1;
  for (let at = 0; at < pixels.length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    pixels[at] = state >>> 24;
  }
  return sharp(pixels, { raw: { width, height, channels } }).png({ compressionLevel: 1 }).toBuffer();
}

function shownIn({ content }: Answer): { bytes: Buffer; mimeType: string } {
  const block = content.find(({ type }) => type === "image");
  if (block?.type !== "image") throw new Error("there is no picture");
  return { bytes: Buffer.from(block.data, "base64"), mimeType: block.mimeType };
}

describe.each(BOTH)("over %s", (_, wire) => {
  test("a picture that is too large is shown smaller, in shape and within the limit; the file itself stays as it is", async () => {
    const scene = await openScene(wire);
    const original = await noise(3000, 1500);
    expect(original.byteLength).toBeGreaterThan(10 * 2 ** 20);
    scene.api.engine.picture = original;
    const answer = await scene.call("run_model", { model_id: MODEL, input: { prompt: "x" } });
    const { bytes, mimeType } = shownIn(answer);
    expect(mimeType).toBe("image/jpeg");
    expect(bytes.byteLength).toBeLessThanOrEqual(LIMIT);
    const { width, height, format } = await sharp(bytes).metadata();
    expect(format).toBe("jpeg");
    expect(Math.max(width, height)).toBeLessThanOrEqual(1568);
    expect(width / height).toBeCloseTo(2, 1);
    const whole = await (await fetch(answer.structured.files[0].url)).arrayBuffer();
    expect(whole.byteLength).toBe(original.byteLength);
    // As a resource it would be too large for a message.
    const uri = answer.structured.files[0].url;
    await expect(scene.client.readResource({ uri })).rejects.toThrow(/larger|8388608/);
  });
});

test("transparent parts stay transparent", async () => {
  const scene = await openScene(STDIO);
  scene.api.engine.picture = await noise(2000, 2000, 4);
  const { bytes, mimeType } = shownIn(
    await scene.call("run_model", { model_id: MODEL, input: { prompt: "x" } }),
  );
  expect(mimeType).toBe("image/webp");
  expect(bytes.byteLength).toBeLessThanOrEqual(LIMIT);
  expect((await sharp(bytes).metadata()).hasAlpha).toBe(true);
});

test("a picture that cannot be fetched costs no result: its link is there, and why it is not shown", async () => {
  const scene = await openScene(STDIO);
  const running = scene.call("run_model", { model_id: MODEL, input: { prompt: "hold" } });
  const answering = scene.api.tap.next(/\/result/);
  while (scene.api.engine.begun.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  scene.api.engine.release();
  await answering;
  for (let times = 0; times < 3; times++)
    scene.api.tap.play((request, response) => {
      request.resume();
      response.writeHead(404).end("{}");
    });
  const answer = await running;
  expect(answer.isError).toBe(false);
  expect(answer.content.map(({ type }) => type)).toEqual(["text", "text", "resource_link"]);
  expect(answer.content[1]).toMatchObject({
    text: expect.stringMatching(/is not shown here: .*Its link is below/),
  });
});
