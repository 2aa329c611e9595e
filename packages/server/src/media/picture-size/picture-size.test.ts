import sharp from "sharp";
import { expect, test } from "vitest";
import { pictureSize } from "./picture-size.js";

const u16be = (...values: number[]) => Buffer.from(values.flatMap((value) => [value >> 8, value & 0xff]));
const u16le = (...values: number[]) => Buffer.from(values.flatMap((value) => [value & 0xff, value >> 8]));
const u32be = (value: number) => u16be(value >>> 16, value & 0xffff);
const u32le = (value: number) => u16le(value & 0xffff, value >>> 16);
const text = (value: string) => Buffer.from(value, "latin1");
const join = (...parts: (Buffer | string)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? text(part) : part)));

const picture = () => sharp({ create: { width: 30, height: 20, channels: 3, background: "#88aa44" } });
const animation = (format: "gif" | "webp") =>
  sharp(Buffer.alloc(30 * 60 * 3, Buffer.from(Array.from({ length: 97 }, (_, i) => i * 2))), {
    raw: { width: 30, height: 60, channels: 3, pageHeight: 20 },
  })
    [format]({ loop: 0 })
    .toBuffer();

test.each<[mediaType: string, encode: () => Promise<Buffer>]>([
  ["image/png", () => picture().png().toBuffer()],
  ["image/jpeg", () => picture().jpeg().toBuffer()],
  [
    "image/jpeg",
    () =>
      picture()
        .jpeg({ progressive: true })
        .withExif({ IFD0: { Artist: "A" } })
        .toBuffer(),
  ],
  ["image/webp", () => picture().webp().toBuffer()],
  ["image/webp", () => picture().webp({ lossless: true }).toBuffer()],
  [
    "image/webp",
    () =>
      picture()
        .ensureAlpha(0.5)
        .webp()
        .withExif({ IFD0: { Artist: "A" } })
        .toBuffer(),
  ],
  ["image/gif", () => picture().gif().toBuffer()],
  ["image/avif", () => picture().avif().toBuffer()],
  ["image/tiff", () => picture().tiff().toBuffer()],
  ["image/tiff", () => picture().tiff({ tile: true, tileWidth: 16, tileHeight: 16 }).toBuffer()],
])("the size of %s that an encoder made is read", async (mediaType, encode) => {
  expect(pictureSize(await encode(), mediaType)).toEqual({ width: 30, height: 20, frames: 1, pixels: 600 });
});

test.each(["gif", "webp"] as const)("each frame of an animated %s counts", async (format) => {
  const size = { width: 30, height: 20, frames: 3, pixels: 1800 };
  expect(pictureSize(await animation(format), `image/${format}`)).toEqual(size);
});

test("bytes that begin within a larger buffer are read from their beginning", async () => {
  const png = await picture().png().toBuffer();
  const larger = new Uint8Array(png.byteLength + 10).fill(7);
  larger.set(png, 5);
  expect(pictureSize(larger.subarray(5, 5 + png.byteLength), "image/png")).toMatchObject({ width: 30 });
});

const HUGE = { width: 60_000, height: 50_000 };
const sof = (marker: number, width: number, height: number) =>
  join(u16be(0xff00 | marker, 11), Buffer.from([8]), u16be(height, width), Buffer.from([1, 1, 0x11, 0]));
const SOS = join(u16be(0xffda, 8), Buffer.from([1, 1, 0, 0, 63, 0]));
const JPEG = u16be(0xffd8);
const chunk = (name: string, data: Buffer) => join(u32be(data.length), name, data, u32be(0));
const PNG_SIGNATURE = Buffer.from("89504e470d0a1a0a", "hex");
const ihdr = (width: number, height: number) =>
  chunk("IHDR", join(u32be(width), u32be(height), Buffer.from([8, 6, 0, 0, 0])));
const gifFrame = (x: number, y: number, width: number, height: number) =>
  join(",", u16le(x, y, width, height), Buffer.from([0, 2, 1, 0, 0]));
const gifHeader = (width: number, height: number) =>
  join("GIF89a", u16le(width, height), Buffer.from([0, 0, 0]));
const box = (name: string, ...parts: Buffer[]) =>
  join(u32be(8 + parts.reduce((sum, { length }) => sum + length, 0)), name, ...parts);
const ispe = (width: number, height: number) => box("ispe", u32be(0), u32be(width), u32be(height));
const avif = (...properties: Buffer[]) =>
  join(
    box("ftyp", text("avif"), u32be(0)),
    box("meta", u32be(0), box("hdlr", u32be(0)), box("iprp", box("ipco", ...properties))),
  );
const tag = (number: number, type: number, value: Buffer) => join(u16le(number, type), u32le(1), value);
const directory = (next: number, ...tags: Buffer[]) => join(u16le(tags.length), ...tags, u32le(next));
const tiff = (...directories: Buffer[]) => join("II", u16le(42), u32le(8), ...directories);
const long = (value: number) => u32le(value);
const riff = (...chunks: Buffer[]) => join("RIFF", u32le(0), "WEBP", ...chunks);
const webpChunk = (name: string, data: Buffer) => join(name, u32le(data.length), data);
const vp8x = (width: number, height: number) =>
  webpChunk("VP8X", join(u32le(2), u32le(width - 1).subarray(0, 3), u32le(height - 1).subarray(0, 3)));
const bmp = (...size: Buffer[]) => join("BM", Buffer.alloc(12), ...size, Buffer.alloc(32));

/** Files that are made to look small to whoever looks for one size, and are large to a decoder. */
test.each<[what: string, mediaType: string, bytes: Buffer]>([
  ["a PNG that is its header alone", "image/png", join(PNG_SIGNATURE, ihdr(60_000, 50_000))],
  [
    "a PNG with a second, small header",
    "image/png",
    join(PNG_SIGNATURE, ihdr(60_000, 50_000), ihdr(1, 1), chunk("IDAT", Buffer.alloc(0))),
  ],
  ["a JPEG", "image/jpeg", join(JPEG, sof(0xc0, 60_000, 50_000), SOS)],
  ...[0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf].map(
    (marker): [string, string, Buffer] => [
      `a JPEG of coding ${marker.toString(16)}, with a small header behind the scan`,
      "image/jpeg",
      join(JPEG, sof(marker, 60_000, 50_000), SOS, sof(0xc0, 1, 1)),
    ],
  ),
  [
    "a JPEG with a small header first",
    "image/jpeg",
    join(JPEG, sof(0xc0, 1, 1), sof(0xc2, 60_000, 50_000), SOS),
  ],
  [
    "a JPEG with a small one in its thumbnail",
    "image/jpeg",
    join(JPEG, u16be(0xffe1, 2 + 15), JPEG, sof(0xc0, 1, 1), sof(0xc0, 60_000, 50_000), SOS),
  ],
  [
    "a JPEG with fill bytes and rubbish between its segments",
    "image/jpeg",
    join(
      JPEG,
      u16be(0xffff, 0xfe00, 0x0311),
      "rubbish",
      u16be(0xff00, 0xffff),
      sof(0xc0, 60_000, 50_000),
      SOS,
    ),
  ],
  ["a GIF", "image/gif", join(gifHeader(60_000, 50_000), gifFrame(0, 0, 1, 1), ";")],
  [
    "a GIF whose frame is larger than its screen",
    "image/gif",
    join(gifHeader(1, 1), gifFrame(0, 0, 60_000, 50_000)),
  ],
  [
    "a GIF whose frame sticks out of its screen",
    "image/gif",
    join(gifHeader(1, 1), gifFrame(59_999, 49_999, 1, 1), ";"),
  ],
  ["an AVIF", "image/avif", avif(ispe(60_000, 50_000))],
  ["an AVIF with a small picture first", "image/avif", avif(ispe(1, 1), ispe(60_000, 50_000))],
  ["an AVIF with a small picture last", "image/avif", avif(ispe(60_000, 50_000), ispe(1, 1))],
  [
    "an AVIF that is cropped to one pixel",
    "image/avif",
    avif(ispe(60_000, 50_000), box("clap", u32be(1), u32be(59_999), u32be(1), u32be(1))),
  ],
  [
    "a HEIC with a box to its end",
    "image/heic",
    join(avif(), u32be(0), "meta", u32be(0), box("iprp", box("ipco", ispe(60_000, 50_000)))),
  ],
  ["a TIFF", "image/tiff", tiff(directory(0, tag(256, 4, long(60_000)), tag(257, 4, long(50_000))))],
  [
    "a TIFF that says a small size as well",
    "image/tiff",
    tiff(
      directory(
        0,
        ...[tag(256, 4, long(60_000)), tag(256, 3, long(1))],
        ...[tag(257, 4, long(50_000)), tag(257, 3, long(1))],
      ),
    ),
  ],
  [
    "a TIFF with a small size behind its directory",
    "image/tiff",
    join(
      tiff(directory(0, tag(256, 4, long(60_000)), tag(257, 4, long(50_000)))),
      ...[tag(256, 4, long(1)), tag(257, 4, long(1))],
    ),
  ],
  ["a WebP", "image/webp", riff(vp8x(60_000, 50_000), webpChunk("VP8L", Buffer.from([0x2f, 0, 0, 0, 0, 0])))],
  ["a BMP", "image/bmp", bmp(u32le(40), u32le(60_000), u32le(50_000))],
  ["a BMP from top to bottom", "image/bmp", bmp(u32le(40), u32le(60_000), u32le(-50_000 >>> 0))],
  ["a BMP of OS/2", "image/bmp", bmp(u32le(12), u16le(60_000, 50_000))],
])("%s is as large as a decoder may take it for", (_, mediaType, bytes) => {
  expect(pictureSize(bytes, mediaType)).toMatchObject(HUGE);
});

test("a GIF and a WebP of many frames are their frames together", () => {
  const frames = Array.from({ length: 1000 }, () => gifFrame(0, 0, 1, 1));
  expect(pictureSize(join(gifHeader(1000, 1000), ...frames), "image/gif")?.pixels).toBe(1e9);
  const parts = Array.from({ length: 1000 }, () => webpChunk("ANMF", Buffer.alloc(3)));
  // A chunk of odd length is filled up.
  const webp = riff(vp8x(1000, 1000), ...parts.map((part) => join(part, Buffer.alloc(1))));
  expect(pictureSize(webp, "image/webp")?.pixels).toBe(1e9);
});

test("the frames that an APNG says it has count before any of them is there", () => {
  const bytes = join(PNG_SIGNATURE, ihdr(1000, 1000), chunk("acTL", join(u32be(1000), u32be(0))));
  expect(pictureSize(bytes, "image/apng")?.pixels).toBe(1e9);
  expect(pictureSize(bytes, "image/png")?.pixels).toBe(1e9);
});

test("the pages of a TIFF are added up, and a loop of them ends", () => {
  const page = (next: number) => directory(next, tag(256, 3, long(1000)), tag(257, 3, long(1000)));
  const { length } = page(0);
  expect(pictureSize(tiff(page(8 + length), page(0)), "image/tiff")).toMatchObject({
    frames: 2,
    pixels: 2e6,
  });
  expect(pictureSize(tiff(page(8 + length), page(8)), "image/tiff")).toMatchObject({
    frames: 2,
    pixels: 2e6,
  });
});

test("a TIFF of big-endian order is read", () => {
  const bytes = join(
    ...["MM", u16be(42), u32be(8), u16be(2)],
    ...[u16be(256, 3), u32be(1), u16be(30, 0), u16be(257, 4), u32be(1), u32be(20), u32be(0)],
  );
  expect(pictureSize(bytes, "image/tiff")).toEqual({ width: 30, height: 20, frames: 1, pixels: 600 });
});

test("a JPEG XL is read", () => {
  // A bare codestream: small, 8 × (1 + 1) high, the same width by the ratio 1.
  const bytes = join(u16be(0xff0a), Buffer.from([0b01000011, 0, 0, 0]));
  expect(pictureSize(bytes, "image/jxl")).toMatchObject({ width: 16, height: 16 });
});

test.each<[what: string, mediaType: string, bytes: Buffer]>([
  ["an empty file", "image/png", Buffer.alloc(0)],
  ["a PNG that is cut short", "image/png", join(PNG_SIGNATURE, ihdr(1, 1).subarray(0, 10))],
  ["a PNG without a header", "image/png", join(PNG_SIGNATURE, chunk("IDAT", Buffer.alloc(20)))],
  ["a PNG of no width", "image/png", join(PNG_SIGNATURE, ihdr(0, 5))],
  ["a JPEG that is cut short", "image/jpeg", join(JPEG, sof(0xc0, 1, 1).subarray(0, 6))],
  ["a JPEG whose scan comes first", "image/jpeg", join(JPEG, SOS, sof(0xc0, 1, 1))],
  ["a JPEG whose height comes later", "image/jpeg", join(JPEG, sof(0xc0, 100, 0), SOS)],
  ["a JPEG without a scan", "image/jpeg", join(JPEG, sof(0xc0, 1, 1))],
  ["a GIF that is cut short", "image/gif", text("GIF89a")],
  ["a GIF of nothing", "image/gif", join(gifHeader(0, 0), ";")],
  ["a WebP of another kind", "image/webp", riff(webpChunk("VP9 ", Buffer.alloc(20)))],
  ["an AVIF without pictures", "image/avif", avif()],
  ["an AVIF whose box has no end", "image/avif", join(u32be(4), "meta", Buffer.alloc(40))],
  ["a TIFF without a directory", "image/tiff", tiff()],
  ["a TIFF that says no size", "image/tiff", tiff(directory(0, tag(258, 3, long(8))))],
  ["a BMP that is cut short", "image/bmp", text("BM")],
  ["a JPEG XL that is cut short", "image/jxl", u16be(0xff0a)],
  ["a JPEG XL that is something else", "image/jxl", join(PNG_SIGNATURE, ihdr(1, 1))],
  ["a format that nobody here reads", "image/x-icon", Buffer.alloc(100)],
  ["a video", "video/mp4", box("ftyp", text("isom"), u32be(0))],
])("%s has no size that is known", (_, mediaType, bytes) => {
  expect(pictureSize(bytes, mediaType)).toBeUndefined();
});

/** Files that would keep a reader busy that looks at each part, or at each part for each part. */
test.each<[what: string, mediaType: string, bytes: () => Buffer]>([
  ["an AVIF of nothing but sizes", "image/avif", () => avif(Buffer.alloc(200_000 * 20, ispe(1, 1)))],
  [
    "an AVIF of boxes in boxes",
    "image/avif",
    () => {
      const size = 2 ** 20;
      return join(
        ...Array.from({ length: size / 16 }, (_, i) => join(u32be(size - i * 12), "meta", u32be(0))),
      );
    },
  ],
  [
    "a TIFF of directories that overlap",
    "image/tiff",
    () => {
      const bytes = Buffer.alloc(2 ** 20, Buffer.from("ff00", "hex"));
      tiff().copy(bytes);
      for (let at = 8; at + 6 < bytes.length; at += 6) {
        bytes.writeUInt16LE(0, at);
        bytes.writeUInt32LE(at + 6, at + 2);
      }
      return bytes;
    },
  ],
])("%s is given up on", (_, mediaType, bytes) => {
  expect(pictureSize(bytes(), mediaType)).toBeUndefined();
});
