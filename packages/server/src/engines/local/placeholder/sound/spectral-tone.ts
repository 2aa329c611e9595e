import { frequencyAt, loudnessAt, type Melody } from "./melody.js";

/**
 * Both AAC and MP3 keep sound as the strengths of evenly spaced frequencies, in blocks that overlap by half under sine-shaped windows. With
 * such windows one coefficient of an even number, of the same value in each block, is a pure and steady tone: its frequency is the
 * number's share of the band. So a tone needs no analysis: a block says which coefficient, and how strong.
 */
export interface Block {
  /** Number of the one coefficient that is not zero; even. */
  readonly line: number;
  /** From 0 to 1; at 0 the block is silent. */
  readonly loudness: number;
}

/** The melody in blocks. `lines` is how many coefficients a block has: as many as the samples by which blocks advance. */
export function melodyBlocks(melody: Melody, { sampleRate, lines, count, usable }: Blocks): Block[] {
  const nearest = (frequency: number): number => {
    const wanted = (frequency * lines) / (sampleRate / 2);
    let best = Number.POSITIVE_INFINITY;
    for (let line = 2; line < wanted * 2; line += 2)
      if (usable(line) && Math.abs(line - wanted) < Math.abs(best - wanted)) best = line;
    return best;
  };
  const known = new Map<number, number>();
  return Array.from({ length: count }, (_, index) => {
    const middle = ((index + 0.5) * lines) / sampleRate;
    const frequency = frequencyAt(middle, melody);
    const line = known.get(frequency) ?? nearest(frequency);
    known.set(frequency, line);
    return { line, loudness: loudnessAt(middle, melody) };
  });
}

export interface Blocks {
  readonly sampleRate: number;
  readonly lines: number;
  /** How many blocks there are to be. */
  readonly count: number;
  /** Whether a coefficient makes a pure tone. */
  usable(line: number): boolean;
}

/** A strength in steps of a quarter of a doubling, which both formats count in. */
export function quarterOctaves(loudness: number): number {
  return Math.round(4 * Math.log2(loudness));
}
