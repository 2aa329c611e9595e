import { readFileSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { COFFEE } from "../harness.js";

export const BRICK = { r: 200, g: 60, b: 30 } as const;
export const coffee: Buffer = readFileSync(COFFEE);

/** One colour all over; 3:2, as an output is for it. */
export function plain(width = 60, height = 40, background: object | string = BRICK): Sharp {
  return sharp({ create: { width, height, channels: 3, background } });
}

/** Red, green, blue and white, from the upper left corner in reading order. */
export async function quarters(width: number, height: number): Promise<Sharp> {
  const colours = ["#c81e1e", "#1ea03c", "#1e3cc8", "#f0f0f0"];
  const quarter = (colour: string) =>
    plain(width / 2, height / 2, colour)
      .png()
      .toBuffer();
  const tiles = await Promise.all(
    colours.map(async (colour, index) => ({
      input: await quarter(colour),
      left: (index % 2) * (width / 2),
      top: Math.floor(index / 2) * (height / 2),
    })),
  );
  return sharp(await plain(width, height).composite(tiles).png().toBuffer());
}

export async function animated(format: "webp" | "gif"): Promise<Buffer> {
  const frames = [BRICK, "#00c800", "#0000c8"].map((colour) => plain(60, 40, colour).png().toBuffer());
  return sharp(await Promise.all(frames), { join: { animated: true } })
    .toFormat(format)
    .toBuffer();
}

/** A picture with its bytes from the middle on replaced by others. */
export function corrupted(file: Buffer): Buffer {
  const half = Math.floor(file.length / 2);
  return Buffer.concat([file.subarray(0, half), Buffer.alloc(file.length - half, 0x5a)]);
}

/** A black PNG of one bit a pixel: a hundred megapixels are 12 kB. */
export function bomb(width: number, height: number, interlaced = false): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, interlaced ? 1 : 0], 8);
  const rows = deflateSync(Buffer.alloc((1 + Math.ceil(width / 8)) * height), { level: 9 });
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", rows),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32BE(data.length, 0);
  numbers.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([numbers.subarray(0, 4), body, numbers.subarray(4)]);
}
