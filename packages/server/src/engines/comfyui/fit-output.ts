import type { AppliedOperation, EngineFile } from "../engine.js";
import { fitPicture } from "../fit-picture.js";
import type { Size } from "../sizes.js";
import type { Arriving } from "./outputs.js";

/** What a model promises of its pictures to the pixel. */
export interface PictureRule {
  readonly size: Size;
  /** `png`, `jpeg` or `webp`. */
  readonly format: string;
}

/** More than any picture of the rule has, whatever its format. */
const MAX_BYTES = 256 * 2 ** 20;

/** A picture of exactly the size and the format of the rule, and what had to be done for that. */
export async function fitOutput(
  { mediaType, data }: Arriving,
  { size, format }: PictureRule,
): Promise<{ readonly file: EngineFile; readonly applied: readonly AppliedOperation[] }> {
  const picture = { bytes: await bytesOf(data), mediaType };
  const { resized, converted, ...fitted } = await fitPicture(picture, size, `image/${format}`);
  const applied: AppliedOperation[] = [];
  if (resized) {
    const detail = `resized what the workflow has made, ${resized.from}, to the model's exact size, ${resized.to}; what did not fit the shape was cut off at the edges`;
    applied.push({ operation: "resize", detail });
  }
  if (converted)
    applied.push({ operation: "convert", detail: `converted ${converted.from} to ${converted.to}` });
  return { file: { kind: "image", mediaType: fitted.mediaType, data: fitted.bytes }, applied };
}

async function bytesOf(data: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of data) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size > MAX_BYTES) throw new Error(`the picture has more than ${MAX_BYTES} bytes`);
  }
  return Buffer.concat(chunks);
}
