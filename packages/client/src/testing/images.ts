/** Heads of image files, made by hand after their formats: enough to say what they are and how large. */

const u16 = (value: number) => [value >> 8, value & 0xff];
const u32 = (value: number) => [...u16(value >>> 16), ...u16(value & 0xffff)];
const le = (value: number, bytes: number) =>
  Array.from({ length: bytes }, (_, index) => (value >>> (8 * index)) & 0xff);
const text = (characters: string) => [...characters].map((character) => character.charCodeAt(0));
const bytes = (...parts: number[][]): Uint8Array<ArrayBuffer> => Uint8Array.from(parts.flat());

export function png(width: number, height: number): Uint8Array<ArrayBuffer> {
  return bytes(
    [0x89, ...text("PNG\r\n\x1a\n")],
    u32(13),
    text("IHDR"),
    u32(width),
    u32(height),
    [8, 6, 0, 0, 0],
  );
}

export function gif(width: number, height: number): Uint8Array<ArrayBuffer> {
  return bytes(text("GIF89a"), le(width, 2), le(height, 2), [0, 0, 0]);
}

/** A segment of a JPEG: its marker, its length and what is in it. */
const segment = (marker: number, content: number[]) => [0xff, marker, ...u16(content.length + 2), ...content];

export interface JpegOptions {
  /** Marker of the frame header: C0 is baseline, C2 progressive. @default 0xc0 */
  readonly frame?: number;
  /** Bytes of an EXIF segment, which holds a small picture of its own in many photographs. @default none */
  readonly exif?: number;
}

export function jpeg(
  width: number,
  height: number,
  { frame = 0xc0, exif }: JpegOptions = {},
): Uint8Array<ArrayBuffer> {
  const thumbnail = [0xff, 0xd8, ...segment(0xc0, [8, ...u16(120), ...u16(160), 3])];
  return bytes(
    [0xff, 0xd8],
    segment(0xe0, [...text("JFIF\0"), 1, 1, 0, ...u16(1), ...u16(1), 0, 0]),
    exif === undefined
      ? []
      : segment(0xe1, [...text("Exif\0\0"), ...thumbnail, ...Array<number>(exif).fill(0)]),
    segment(0xdb, Array<number>(65).fill(1)),
    // A table of Huffman codes has a marker among those of the frames.
    segment(0xc4, Array<number>(28).fill(2)),
    segment(frame, [8, ...u16(height), ...u16(width), 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]),
  );
}

export type WebpForm = "lossy" | "lossless" | "extended";

export function webp(form: WebpForm, width: number, height: number): Uint8Array<ArrayBuffer> {
  const chunk = {
    lossy: [...text("VP8 "), ...le(30, 4), 0x10, 0, 0, 0x9d, 0x01, 0x2a, ...le(width, 2), ...le(height, 2)],
    lossless: [...text("VP8L"), ...le(30, 4), 0x2f, ...le(((height - 1) << 14) | (width - 1), 4)],
    extended: [...text("VP8X"), ...le(10, 4), 0x10, 0, 0, 0, ...le(width - 1, 3), ...le(height - 1, 3)],
  }[form];
  return bytes(text("RIFF"), le(chunk.length + 4, 4), text("WEBP"), chunk);
}

export const mp4: Uint8Array<ArrayBuffer> = bytes(u32(24), text("ftypisom"), u32(512), text("isomiso2"));
export const wav: Uint8Array<ArrayBuffer> = bytes(
  text("RIFF"),
  le(36, 4),
  text("WAVEfmt "),
  le(16, 4),
  le(1, 2),
  le(2, 2),
  le(44_100, 4),
  le(176_400, 4),
);
