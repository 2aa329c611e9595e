import { expect, test } from "vitest";
import * as model from "../../../packages/models/src/generated/models/openai/gpt-image-2/edit.js";
import { validator as video } from "../../../packages/models/src/generated/models/wan-ai/wan-2.7/image-to-video.js";
import { checkInput } from "./check-input.js";
import { nearest, nearestOf } from "./nearest.js";
import { codePoints } from "./validator.js";

const { validator } = model;
const INPUT = { prompt: "x", images: ["https://example.com/a.png"] };
const issuesOf = (value: unknown) => validator.validate(value).issues;

test("a good input comes back as it is: the same object, no default written into it", () => {
  const input = { ...INPUT };
  expect(validator.validate(input)).toEqual({ value: INPUT });
  expect((validator.validate(input) as { value: unknown }).value).toBe(input);
});

test("all problems are told, each with its path, what is allowed and what came", () => {
  expect(issuesOf({ prompt: 7, images: ["a.png"], resolution: "8k" })).toEqual([
    { path: ["prompt"], keyword: "type", params: { type: "string" }, message: "must be a string; got 7" },
    {
      path: ["images", 0],
      keyword: "format",
      params: { format: "image_uri" },
      message: 'must be an http(s) URL or a data URI; got "a.png"',
    },
    {
      path: ["resolution"],
      keyword: "enum",
      message: 'must be one of 1k, 2k, 4k; got "8k"',
      allowed: ["1k", "2k", "4k"],
      given: "8k",
    },
  ]);
  expect(issuesOf({})).toEqual([
    { path: ["prompt"], keyword: "required", message: "is required" },
    { path: ["images"], keyword: "required", message: "is required" },
  ]);
});

test.each([
  [{ ...INPUT, images: [] }, "must have at least 1 item; got 0"],
  [{ ...INPUT, images: Array(11).fill(INPUT.images[0]) }, "must have at most 10 items; got 11"],
  [[], "must be an object; got []"],
  [null, "must be an object; got null"],
])("%j is refused: %s", (value, message) => {
  expect(issuesOf(value)?.map((issue) => issue.message)).toEqual([message]);
});

test("what a keyword says is told for other languages", () => {
  const told = ({ issues }: { issues?: readonly { keyword: string; params?: object }[] | undefined }) =>
    issues?.map(({ keyword, params }) => [keyword, params]);
  expect(told(validator.validate({ ...INPUT, images: [] }))).toEqual([["minItems", { limit: 1 }]]);
  const base = { prompt: "x", image_url: "https://example.com/a.png" };
  expect(told(video.validate({ ...base, seed: -1 }))).toEqual([["minimum", { comparison: ">=", limit: 0 }]]);
  expect(told(video.validate({ ...base, prompt: "x".repeat(5001) }))).toEqual([
    ["maxLength", { limit: 5000 }],
  ]);
});

test("numbers, lengths in code points, and whole numbers", () => {
  const base = { prompt: "x", image_url: "https://example.com/a.png" };
  const messages = (value: object) =>
    video.validate({ ...base, ...value }).issues?.map((issue) => issue.message);
  expect(messages({ seed: -1 })).toEqual(["must be >= 0; got -1"]);
  expect(messages({ seed: 1.5 })).toEqual(["must be an integer; got 1.5"]);
  expect(messages({ duration: 16 })?.[0]).toMatch(/^must be one of 2, 3, .*got 16/);
  expect(messages({ prompt: "😀".repeat(5000) })).toBeUndefined();
  expect(messages({ prompt: "😀".repeat(5001) })).toEqual(["must have at most 5000 characters; got 10002"]);
});

test("a data URI of megabytes is not repeated in a message", () => {
  const [issue] = issuesOf({ ...INPUT, aspect_ratio: "x".repeat(1e6) }) ?? [];
  expect(issue?.message.length).toBeLessThan(250);
});

test("an unknown field is open on the wire, and a mistake where a person types", () => {
  const typo = { ...INPUT, promt: "x" };
  expect(issuesOf(typo)).toBeUndefined();
  expect(checkInput(model, typo)).toEqual([]);
  expect(checkInput(model, typo, { unknownFields: "refuse" })).toMatchObject([
    { path: ["promt"], suggestion: "prompt", message: "is not a field of this model; did you mean prompt?" },
  ]);
  expect(checkInput(model, { ...INPUT, zebra: 1 }, { unknownFields: "refuse" })[0]?.message).toContain(
    "its fields are prompt, images",
  );
});

test("a near miss of an allowed value comes with the value that was meant", () => {
  expect(checkInput(model, { ...INPUT, aspect_ratio: "16x9" })).toMatchObject([
    {
      path: ["aspect_ratio"],
      suggestion: "16:9",
      message: expect.stringMatching(/got "16x9", did you mean 16:9\?$/),
    },
  ]);
});

test("it is a Standard Schema", () => {
  const { version, vendor, validate } = validator["~standard"];
  expect([version, vendor]).toEqual([1, "model-api"]);
  expect(validate(INPUT)).toEqual({ value: INPUT });
  expect(validate({})).toHaveProperty("issues");
});

test.each([
  ["16x9", ["16:9", "9:16"], "16:9"],
  ["promt", ["prompt", "images"], "prompt"],
  ["imgaes", ["images", "image_url"], "images"],
  ["PNG", ["png", "jpeg"], "png"],
  ["zebra", ["prompt", "images"], undefined],
])("the nearest to %s of %j is %s", (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});

test("a word that is far longer than the candidates is compared with none of them", () => {
  // Compared letter by letter, it would take longer than a test may.
  expect(nearest("x".repeat(2 ** 28), ["low", "medium", "high"])).toBeUndefined();
});

test("several candidates come nearest first", () => {
  expect(
    nearestOf("openai/gpt-image-2/edti", ["a/b", "openai/gpt-image-2/edit", "openai/gpt-image-2.5/edit"], 3),
  ).toEqual(["openai/gpt-image-2/edit", "openai/gpt-image-2.5/edit"]);
});

test("length counts code points", () => {
  expect(codePoints("a😀é")).toBe(3);
});
