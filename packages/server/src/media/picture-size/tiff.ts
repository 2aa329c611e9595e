import { type PictureSize, sizeOf } from "./size.js";

const WIDTH = 256;
const HEIGHT = 257;
const ENTRY_BYTES = 12;
/** Directories may overlap, so that a small file has endless ones. Real files are far from this. */
const MAX_ENTRIES = 100_000;

/** All pages of a TIFF. Where a page says its size twice, the larger counts. */
export function sizeOfTiff(bytes: Buffer): PictureSize | undefined {
  const little = bytes.toString("latin1", 0, 2) === "II";
  const u16 = (at: number): number => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const u32 = (at: number): number => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const pages: PictureSize[] = [];
  const seen = new Set<number>();
  let entries = 0;
  for (let at = u32(4); at !== 0 && !seen.has(at); ) {
    seen.add(at);
    const count = u16(at);
    entries += count + 1;
    if (entries > MAX_ENTRIES) return undefined;
    let [width, height] = [0, 0];
    const end = at + 2 + count * ENTRY_BYTES;
    for (let entry = at + 2; entry < end; entry += ENTRY_BYTES) {
      const tag = u16(entry);
      if (tag === WIDTH) width = Math.max(width, readValue(entry));
      if (tag === HEIGHT) height = Math.max(height, readValue(entry));
    }
    pages.push(sizeOf(width, height));
    at = u32(end);
  }
  return sumOf(pages);

  function readValue(entry: number): number {
    const isShort = [3, 8].includes(u16(entry + 2));
    return isShort ? u16(entry + 8) : u32(entry + 8);
  }
}

function sumOf(pages: readonly PictureSize[]): PictureSize | undefined {
  const [first, ...rest] = pages;
  if (!first) return undefined;
  const largest = rest.reduce((a, b) => (b.pixels > a.pixels ? b : a), first);
  return { ...largest, frames: pages.length, pixels: pages.reduce((sum, { pixels }) => sum + pixels, 0) };
}
