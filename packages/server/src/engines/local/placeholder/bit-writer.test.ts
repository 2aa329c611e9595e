import { expect, it } from "vitest";
import { BitWriter } from "./bit-writer.js";
import { NAL, nalUnit } from "./h264/nal-unit.js";

function bits(write: (writer: BitWriter) => unknown): string {
  const writer = new BitWriter();
  write(writer);
  return [...writer.finish()].map((byte) => byte.toString(2).padStart(8, "0")).join("");
}

it.each([
  [0, "1"],
  [1, "010"],
  [2, "011"],
  [3, "00100"],
  [8, "0001001"],
  [254, "000000011111111"],
])("writes %i as Exp-Golomb", (value, code) => {
  expect(bits((writer) => writer.unsigned(value))).toBe(code.padEnd(Math.ceil(code.length / 8) * 8, "0"));
});

it.each([
  [0, "1"],
  [1, "010"],
  [-1, "011"],
  [2, "00100"],
  [-2, "00101"],
])("writes %i as Exp-Golomb with a sign", (value, code) => {
  expect(bits((writer) => writer.signed(value))).toBe(code.padEnd(8, "0"));
});

it("writes numbers of 32 bits across bytes, and whole bytes only where one begins", () => {
  expect(bits((writer) => writer.bits(1, 1).bits(0xdeadbeef, 32))).toBe(
    `1${(0xdeadbeef).toString(2)}`.padEnd(40, "0"),
  );
  const writer = new BitWriter().bits(1, 1);
  expect(() => writer.bytes(Uint8Array.of(1))).toThrow(RangeError);
  const large = new Uint8Array(20_000).fill(7);
  expect(Buffer.from(writer.align().bytes(large).finish().subarray(1)).equals(large)).toBe(true);
});

it("leaves nothing in a packet that looks like the start of one", () => {
  const payload = new BitWriter().bytes(Uint8Array.of(0, 0, 1, 5, 0, 0, 0, 0, 0, 3, 0, 0, 4));
  expect([...nalUnit(NAL.slice, payload)]).toEqual([
    0x61, 0, 0, 3, 1, 5, 0, 0, 3, 0, 0, 3, 0, 3, 0, 0, 4, 0x80,
  ]);
});
