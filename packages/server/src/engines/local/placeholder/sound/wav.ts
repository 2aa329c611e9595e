import { frequencyAt, lastNote, loudnessAt, type Melody } from "./melody.js";

export interface Pcm {
  /** Samples a second. */
  readonly sampleRate: number;
  readonly channels: number;
}

/** Raw samples of the melody: 16 bits, little-endian, channel beside channel. */
export function melodySamples(melody: Melody, { sampleRate, channels }: Pcm): Uint8Array {
  const count = Math.round(melody.duration * sampleRate);
  const frame = channels * 2;
  const bytes = new Uint8Array(count * frame);
  const view = new DataView(bytes.buffer);
  const last = lastNote(melody);
  for (let note = 0; note <= last; note++) {
    const from = note * sampleRate;
    // The notes between the first and the last one are all the same; the second one is copied.
    if (note > 1 && note < last) {
      bytes.copyWithin(from * frame, sampleRate * frame, 2 * sampleRate * frame);
      continue;
    }
    const frequency = frequencyAt(note, melody);
    const to = note === last ? count : from + sampleRate;
    for (let index = from; index < to; index++) {
      const wave = Math.sin((2 * Math.PI * frequency * (index - from)) / sampleRate);
      const sample = Math.round(32_767 * loudnessAt(index / sampleRate, melody) * wave);
      for (let channel = 0; channel < channels; channel++)
        view.setInt16(index * frame + channel * 2, sample, true);
    }
  }
  return bytes;
}

/** A WAV file of 16-bit samples. `comment` is what the file says of itself, in ASCII. */
export function wavFile(samples: Uint8Array, { sampleRate, channels }: Pcm, comment = ""): Uint8Array {
  const format = Buffer.alloc(16);
  format.writeUInt16LE(1, 0);
  format.writeUInt16LE(channels, 2);
  format.writeUInt32LE(sampleRate, 4);
  format.writeUInt32LE(sampleRate * channels * 2, 8);
  format.writeUInt16LE(channels * 2, 12);
  format.writeUInt16LE(16, 14);
  const remark = comment
    ? [chunk("LIST", Buffer.from("INFO"), chunk("ICMT", Buffer.from(`${comment}\0`)))]
    : [];
  return chunk("RIFF", Buffer.from("WAVE"), chunk("fmt ", format), ...remark, chunk("data", samples));
}

/** A name, a length, and content, filled up to an even length. */
function chunk(name: string, ...content: readonly Uint8Array[]): Buffer {
  const head = Buffer.from(`${name}....`, "latin1");
  const length = content.reduce((sum, part) => sum + part.length, 0);
  head.writeUInt32LE(length, 4);
  return Buffer.concat([head, ...content, Buffer.alloc(length % 2)]);
}
