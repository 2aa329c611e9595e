import type { BitWriter } from "../bit-writer.js";

/** Kinds of NAL units: the packets that an H.264 stream consists of. */
export const NAL = { slice: 1, idrSlice: 5, sequence: 7, picture: 8 } as const;

/** A packet without a start code: one byte that says its kind, then what was written, ended by a one bit. */
export function nalUnit(kind: (typeof NAL)[keyof typeof NAL], payload: BitWriter): Uint8Array {
  const raw = payload.bits(1, 1).finish();
  const escaped = withoutStartCodes(raw);
  const unit = new Uint8Array(escaped.length + 1);
  // The two bits before the kind say how much others depend on the packet: as much as can be.
  unit[0] = (3 << 5) | kind;
  unit.set(escaped, 1);
  return unit;
}

/** In a file a packet comes after its length, in four bytes. */
export function sampleOf(packet: Uint8Array): Uint8Array {
  const sample = new Uint8Array(packet.length + 4);
  new DataView(sample.buffer).setUint32(0, packet.length);
  sample.set(packet, 4);
  return sample;
}

/** Two zero bytes and a small one would look like the start of a packet; a three goes between them. */
function withoutStartCodes(raw: Uint8Array): Uint8Array {
  const breaks: number[] = [];
  for (let at = 0, zeros = 0; at < raw.length; at++) {
    const byte = raw[at] ?? 0;
    if (zeros >= 2 && byte <= 3) {
      breaks.push(at);
      zeros = 0;
    }
    zeros = byte === 0 ? zeros + 1 : 0;
  }
  if (breaks.length === 0) return raw;
  const escaped = new Uint8Array(raw.length + breaks.length);
  let from = 0;
  for (const [index, at] of breaks.entries()) {
    escaped.set(raw.subarray(from, at), from + index);
    escaped[at + index] = 3;
    from = at;
  }
  escaped.set(raw.subarray(from), from + breaks.length);
  return escaped;
}
