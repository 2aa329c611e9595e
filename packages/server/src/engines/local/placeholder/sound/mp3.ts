import { BitWriter } from "../bit-writer.js";
import type { Melody } from "./melody.js";
import { type Block, melodyBlocks, quarterOctaves } from "./spectral-tone.js";

/** Coefficients in a block, and samples by which it advances. */
const GRANULE = 576;
const BITRATE = 32_000;
/** The gain at which a coefficient of 1 is a tone at full scale. */
const FULL_SCALE = 210;

/** The band is split into parts of 18 lines first. A line near the upper edge of its part is heard, faintly, in the next one too. */
const PART = 18;
const usable = (line: number): boolean => line % PART <= 12;

/** Rates that MP3 has, by version: bits of the version, of the bitrate, and granules a frame. */
const VERSIONS = [
  { rates: [44_100, 48_000, 32_000], version: 3, bitrate: 1, granules: 2, gainBits: 4 },
  { rates: [22_050, 24_000, 16_000], version: 2, bitrate: 4, granules: 1, gainBits: 9 },
  { rates: [11_025, 12_000, 8_000], version: 0, bitrate: 4, granules: 1, gainBits: 9 },
] as const;

export const MP3_RATES: readonly number[] = VERSIONS.flatMap(({ rates }) => [...rates]);

/** The melody as an MP3 of one channel. `comment` is what the file says of itself, in ASCII. Throws for a rate that MP3 does not have. */
export function mp3File(melody: Melody, sampleRate: number, comment: string): Uint8Array {
  const version = VERSIONS.find(({ rates }) => (rates as readonly number[]).includes(sampleRate));
  if (!version) throw new RangeError(`MP3 has no sample rate of ${sampleRate}`);
  const frames = Math.ceil((melody.duration * sampleRate) / (GRANULE * version.granules));
  const count = frames * version.granules;
  const blocks = melodyBlocks(melody, { sampleRate, lines: GRANULE, count, usable });
  const parts: Uint8Array[] = [remark(comment)];
  const exact = (version.granules * GRANULE * BITRATE) / 8 / sampleRate;
  for (let frame = 0; frame < frames; frame++) {
    // Frames are of whole bytes, some of them one longer, so that the rate is met on the whole.
    const length = Math.floor((frame + 1) * exact) - Math.floor(frame * exact);
    const own = blocks.slice(frame * version.granules, (frame + 1) * version.granules);
    parts.push(frameOf(own, version, sampleRate, length));
  }
  return Buffer.concat(parts);
}

function frameOf(
  blocks: readonly Block[],
  { rates, version, bitrate, granules, gainBits }: (typeof VERSIONS)[number],
  sampleRate: number,
  length: number,
): Uint8Array {
  const exact = (granules * GRANULE * BITRATE) / 8 / sampleRate;
  const rate = (rates as readonly number[]).indexOf(sampleRate);
  const padded = length > Math.floor(exact) ? 1 : 0;
  const writer = new BitWriter();
  // A mark, the version, layer 3, no checksum; one channel, an original.
  writer.bits(0x7ff, 11).bits(version, 2).bits(1, 2).bits(1, 1);
  writer
    .bits(bitrate, 4)
    .bits(rate, 2)
    .bits(padded, 1)
    .bits(0, 1)
    .bits(3, 2)
    .bits(0, 2)
    .bits(0, 1)
    .bits(1, 1)
    .bits(0, 2);
  // Nothing lies in the frame before.
  if (granules === 2) writer.bits(0, 9).bits(0, 5).bits(0, 4);
  else writer.bits(0, 8).bits(0, 1);
  for (const block of blocks) writeSideInformation(writer, block, gainBits);
  for (const block of blocks) writeCoefficients(writer, block);
  const written = writer.finish();
  const frame = new Uint8Array(length);
  frame.set(written);
  return frame;
}

/** Bits that a granule's coefficients take. */
function lengthOf({ line, loudness }: Block): number {
  return loudness > 0 ? (Math.floor(line / 4) + 1) * 4 + 1 : 0;
}

function writeSideInformation(writer: BitWriter, block: Block, gainBits: number): void {
  const gain = block.loudness > 0 ? FULL_SCALE + quarterOctaves(block.loudness) : 0;
  // Length; no pairs of large values; strength; no scale factors; a long block.
  writer.bits(lengthOf(block), 12).bits(0, 9).bits(Math.max(0, gain), 8).bits(0, gainBits).bits(0, 1);
  // Tables and regions of large values; scale factors count normally; small ones are written with the plain table.
  writer.bits(0, 15).bits(0, 4).bits(0, 3);
  if (gainBits === 4) writer.bits(0, 1);
  writer.bits(0, 1).bits(1, 1);
}

/** Four coefficients take four bits, turned over, and a sign for each that is not zero. What follows the tone is zero. */
function writeCoefficients(writer: BitWriter, { line, loudness }: Block): void {
  if (loudness === 0) return;
  for (let quad = 0; quad < Math.floor(line / 4); quad++) writer.bits(0b1111, 4);
  writer.bits(0b1111 ^ (0b1000 >> (line % 4)), 4).bits(0, 1);
}

/** ID3, version 2.3: one comment. Its length is in seven bits a byte. */
function remark(comment: string): Uint8Array {
  const text = Buffer.concat([Buffer.from([0]), Buffer.from("eng\0"), Buffer.from(comment, "latin1")]);
  const frame = Buffer.concat([Buffer.from("COMM"), bigEndian(text.length), Buffer.alloc(2), text]);
  const sevens = [21, 14, 7, 0].map((shift) => (frame.length >> shift) & 0x7f);
  return Buffer.concat([Buffer.from("ID3\x03\0\0", "latin1"), Buffer.from(sevens), frame]);
}

function bigEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
