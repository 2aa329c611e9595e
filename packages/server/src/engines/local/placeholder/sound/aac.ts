import { BitWriter } from "../bit-writer.js";
import type { Melody } from "./melody.js";
import { type Block, melodyBlocks, quarterOctaves } from "./spectral-tone.js";

/** Samples a second, and samples by which a frame advances. */
export const AAC_RATE = 48_000;
export const AAC_FRAME = 1024;
/** AAC-LC, 48 kHz, one channel: five bits, four, and four. */
export const AAC_CONFIG: Uint8Array = Uint8Array.of(0b00010_001, 0b1_0001_000);

/** Coefficients in each of the lowest bands at this rate; the melody lies within the first ten. */
const BAND = 4;
/** Codes of a band's four coefficients of which one is 1, by which it is (Huffman codebook 1). */
const CODES = [0b10000, 0b10011, 0b10110, 0b10100] as const;
const CODE_BITS = 5;
/** The scale factor at which a coefficient of 1 is a tone at full scale. */
const FULL_SCALE = 200;

export interface AacTone {
  readonly frames: readonly Uint8Array[];
  /** Samples that are to be heard; the last frame may reach beyond them. */
  readonly samples: number;
}

/** The melody in AAC-LC. */
export function aacTone(melody: Melody): AacTone {
  const samples = Math.round(melody.duration * AAC_RATE);
  const count = Math.ceil(samples / AAC_FRAME);
  const blocks = melodyBlocks(melody, { sampleRate: AAC_RATE, lines: AAC_FRAME, count, usable: () => true });
  return { frames: blocks.map(frameOf), samples };
}

function frameOf({ line, loudness }: Block): Uint8Array {
  const band = Math.floor(line / BAND);
  const scale = loudness > 0 ? FULL_SCALE + quarterOctaves(loudness) : 0;
  const bands = scale > 0 ? band + 1 : 0;
  const writer = new BitWriter();
  // A single channel; its scale; a long block under a sine-shaped window; no prediction.
  writer.bits(0, 3).bits(0, 4).bits(Math.max(0, scale), 8);
  writer.bits(0, 1).bits(0, 2).bits(0, 1).bits(bands, 6).bits(0, 1);
  if (bands > 0) {
    // Sections of bands: those below are empty, and the last one is written with codebook 1.
    if (band > 0) writer.bits(0, 4).bits(band, 5);
    writer.bits(1, 4).bits(1, 5);
    // The band's scale is the channel's.
    writer.bits(0, 1);
  }
  // No pulses, no noise shaping, no gain control.
  writer.bits(0, 3);
  if (bands > 0) writer.bits(CODES[line % BAND] ?? 0, CODE_BITS);
  writer.bits(7, 3);
  return writer.finish();
}
