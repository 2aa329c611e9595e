import { expect, test } from "vitest";
import { gif, jpeg, mp4, png, wav, webp } from "../testing/images.js";
import { imageSize } from "./image-size.js";

const FORMS: [string, (width: number, height: number) => Uint8Array][] = [
  ["a PNG", png],
  ["a GIF", gif],
  ["a baseline JPEG", jpeg],
  ["a progressive JPEG", (width, height) => jpeg(width, height, { frame: 0xc2 })],
  ["an arithmetic JPEG", (width, height) => jpeg(width, height, { frame: 0xc9 })],
  ["a JPEG with a small picture in its EXIF segment", (width, height) => jpeg(width, height, { exif: 4000 })],
  ["a lossy WebP", (width, height) => webp("lossy", width, height)],
  ["a lossless WebP", (width, height) => webp("lossless", width, height)],
  ["an extended WebP", (width, height) => webp("extended", width, height)],
];

test.each(FORMS)("the edges of %s are read", (_, make) => {
  for (const [width, height] of [
    [1, 1],
    [640, 427],
    [427, 640],
    [8191, 16_383],
  ] as const)
    expect(imageSize(make(width, height))).toEqual({ width, height });
});

test.each([
  ["a PNG", (width: number, height: number) => png(width, height), 70_000],
  ["an extended WebP", (width: number, height: number) => webp("extended", width, height), 70_000],
] as const)("the edges of %s may be longer than 16 bits", (_, make, edge) => {
  expect(imageSize(make(edge, 3))).toEqual({ width: edge, height: 3 });
  expect(imageSize(make(3, edge))).toEqual({ width: 3, height: edge });
});

test.each(FORMS)("%s that is cut anywhere before its edges says nothing, and throws nothing", (_, make) => {
  const whole = make(640, 427);
  let known = 0;
  for (let length = 0; length <= whole.length; length++) {
    const size = imageSize(whole.subarray(0, length));
    if (size) known++;
    expect([undefined, { width: 640, height: 427 }]).toContainEqual(size);
  }
  expect(known).toBeGreaterThan(0);
  expect(known).toBeLessThan(whole.length);
});

test("the edges are read where the bytes stand in a larger buffer", () => {
  const buffer = new Uint8Array(1000);
  buffer.set(png(640, 427), 100);
  expect(imageSize(buffer.subarray(100, 200))).toEqual({ width: 640, height: 427 });
});

test.each([
  ["no bytes", new Uint8Array()],
  ["a video", mp4],
  ["words", new TextEncoder().encode("hello, this is no picture at all")],
  [
    "a JPEG whose segments do not follow each other",
    Uint8Array.from([0xff, 0xd8, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
  ],
])("%s have no edges", (_, bytes) => {
  expect(imageSize(bytes)).toBeUndefined();
});

test("a sound in the container that WebP uses too has no edges", () => {
  expect(imageSize(wav)).toBeUndefined();
});

test("fill bytes between the segments of a JPEG, which its format allows, are skipped", () => {
  const plain = jpeg(640, 427);
  const filled = Uint8Array.from([...plain.subarray(0, 2), 0xff, 0xff, ...plain.subarray(2)]);
  expect(imageSize(filled)).toEqual({ width: 640, height: 427 });
});
