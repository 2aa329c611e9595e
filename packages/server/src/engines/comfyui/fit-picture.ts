import type { AppliedOperation, EngineFile } from "../engine.js";
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
const MAX_PIXELS = 100_000_000;

/** A picture of exactly the size and the format of the rule, and what had to be done for that. */
export async function fitPicture(
  { mediaType, data }: Arriving,
  { size, format }: PictureRule,
): Promise<{ readonly file: EngineFile; readonly applied: readonly AppliedOperation[] }> {
  const { default: sharp } = await import("sharp");
  const bytes = await bytesOf(data);
  const open = () => sharp(bytes, { limitInputPixels: MAX_PIXELS }).autoOrient();
  const { autoOrient: was, orientation = 1 } = await open().metadata();
  const fits = was.width === size.width && was.height === size.height && orientation === 1;
  if (fits && mediaType === `image/${format}`)
    return { file: { kind: "image", mediaType, data: bytes }, applied: [] };
  let picture = open();
  const applied: AppliedOperation[] = [];
  if (!fits) {
    picture = picture.resize({ ...size, fit: "cover" });
    const detail = `resized what the workflow has made, ${text(was)}, to the model's exact size, ${text(size)}; what did not fit the shape was cut off at the edges`;
    applied.push({ operation: "resize", detail });
  }
  if (mediaType !== `image/${format}`)
    applied.push({ operation: "convert", detail: `converted ${mediaType} to image/${format}` });
  if (format === "jpeg") picture = picture.flatten({ background: "#ffffff" });
  const fitted = await picture.toFormat(format as "png" | "jpeg" | "webp").toBuffer();
  return { file: { kind: "image", mediaType: `image/${format}`, data: fitted }, applied };
}

const text = ({ width, height }: Size): string => `${width} × ${height}`;

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
