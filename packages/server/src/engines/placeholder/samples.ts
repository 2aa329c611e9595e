import { deflateSync } from "node:zlib";
import { createEncoder } from "../local/placeholder/h264/encoder.js";
import { emptyFrame } from "../local/placeholder/h264/frame.js";
import { sampleOf } from "../local/placeholder/h264/nal-unit.js";
import { parameterSets } from "../local/placeholder/h264/parameter-sets.js";
import { h264Description } from "../local/placeholder/mp4/descriptions.js";
import { writeFilm } from "../local/placeholder/mp4/film.js";
import { wavFile } from "../local/placeholder/sound/wav.js";

const GREY = 128;

/** A video of five frames in one grey, 32 × 32, a fifth of a second long: H.264 in MP4. */
export function sampleVideo(): Uint8Array {
  const size = { width: 32, height: 32 };
  const frame = emptyFrame(size);
  for (const { data } of frame.planes) data.fill(GREY);
  const encoder = createEncoder(frame);
  const rate = 25;
  const samples = [encoder.whole(), ...Array.from({ length: 4 }, () => encoder.change([]))].map(sampleOf);
  const description = h264Description(size, parameterSets(frame, rate));
  const timing = { timescale: rate, sampleTicks: 1, ticks: samples.length, wholes: [0] };
  return writeFilm([{ kind: "video", size, samples, description, ...timing }], "A sample for tests");
}

/** A tenth of a second of silence: 16-bit PCM, mono, 8 kHz, in WAV. */
export function sampleAudio(): Uint8Array {
  const sampleRate = 8000;
  return wavFile(new Uint8Array((sampleRate / 10) * 2), { sampleRate, channels: 1 });
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A PNG in one colour. */
export function sampleImage(edge: number, [red, green, blue]: readonly [number, number, number]): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(edge, 0);
  header.writeUInt32BE(edge, 4);
  // Eight bits a channel, RGB.
  header.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.alloc(1 + edge * 3);
  for (let x = 0; x < edge; x++) row.set([red, green, blue], 1 + x * 3);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: edge }, () => row)));
  return Buffer.concat([
    PNG_SIGNATURE,
    chunk("IHDR", header),
    chunk("IDAT", pixels),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(typed.length + 8);
  framed.writeUInt32BE(data.length, 0);
  typed.copy(framed, 4);
  framed.writeUInt32BE(crc32(typed), framed.length - 4);
  return framed;
}

/** The checksum of PNG; `node:zlib` has one from Node 22 on only. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
