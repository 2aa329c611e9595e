import { expect, it } from "vitest";
import { makePlaceholder } from "../make-placeholder.js";
import { readFilm } from "./read-film.js";

const ORDER = {
  kind: "video",
  modelId: "m",
  prompt: "",
  count: 1,
  ignored: [],
  framesPerSecond: 25,
} as const;

it.each([true, false])("reads the size and the length of a film, with sound: %s", async (sound) => {
  const { data } = await makePlaceholder({ ...ORDER, size: { width: 98, height: 50 }, duration: 1.2, sound });
  expect(readFilm(data)).toEqual({ width: 98, height: 50, duration: 1.2 });
});

it("turns the size of a film that is to be shown turned", async () => {
  const { data } = await makePlaceholder({
    ...ORDER,
    size: { width: 98, height: 50 },
    duration: 1,
    sound: false,
  });
  const turned = Buffer.from(data);
  const matrix = turned.indexOf("tkhd") + 4 + 40;
  for (const [index, value] of [0, 0x10000, 0, -0x10000, 0].entries())
    turned.writeInt32BE(value, matrix + index * 4);
  expect(readFilm(turned)).toMatchObject({ width: 50, height: 98 });
});

it("knows nothing of what is no film, or is cut short anywhere", async () => {
  expect(readFilm(Buffer.from("this is not a film, whatever its name says"))).toBeUndefined();
  const { data } = await makePlaceholder({
    ...ORDER,
    size: { width: 32, height: 32 },
    duration: 1,
    sound: false,
  });
  const whole = readFilm(data);
  for (let length = 0; length < data.length; length += 7)
    expect([undefined, whole]).toContainEqual(readFilm(data.subarray(0, length)));
});
