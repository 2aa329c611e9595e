import { expect, test } from "vitest";
import { type ClientOptions, InvalidInputError, type StandardSchema, untyped } from "../index.js";
import { createClient as createLeanClient } from "../lean.js";
import { EDIT, INPUT, PNG, rejection, SUBMITTED, setUp } from "../testing/set-up.js";

const WRONG = { promt: "x", images: ["https://example.com/a.png"], aspect_ratio: "16x9" };
const MODEL = untyped(EDIT);

test("an input is checked against the model's schema, with what was probably meant, and nothing is sent", async () => {
  const { client, service } = await setUp({ submit: [SUBMITTED] }, { validate: true });
  const error = await rejection(client.submit(MODEL, WRONG));
  expect(error).toBeInstanceOf(InvalidInputError);
  expect(error).toMatchObject({ code: "invalid_input", retryable: false });
  expect(error.issues).toEqual([
    expect.objectContaining({ path: ["prompt"], message: expect.stringContaining("required") }),
    expect.objectContaining({
      path: ["aspect_ratio"],
      message: expect.stringMatching(/^must be one of .*, did you mean 16:9\?$/),
      suggestion: "16:9",
      allowed: expect.arrayContaining(["1:1", "16:9"]),
    }),
    expect.objectContaining({
      path: ["promt"],
      message: "is not a field of this model; did you mean prompt?",
      suggestion: "prompt",
    }),
  ]);
  expect(error.message.split("\n")[0]).toBe(`The input does not fit ${EDIT}; nothing was sent.`);
  expect(service.calls).toEqual([]);
});

test("without validate the server is the judge", async () => {
  const { client, service } = await setUp({ submit: [SUBMITTED] });
  await client.submit(MODEL, WRONG);
  expect(JSON.parse(service.calls[0]?.body ?? "")).toEqual(WRONG);
});

test.each([
  ["the call's true over the client's false", { validate: false }, true, true],
  ["the call's false over the client's true", { validate: true }, false, false],
  ["the client's true where the call says nothing", { validate: true }, undefined, true],
] as [string, ClientOptions, boolean | undefined, boolean][])(
  "%s decides",
  async (_, options, ofCall, isRefused) => {
    const { client, service } = await setUp({ submit: [SUBMITTED] }, options);
    const settings = ofCall === undefined ? {} : { validate: ofCall };
    const outcome = await client.submit(MODEL, WRONG, settings).then(
      () => "sent",
      (error) => error.code,
    );
    expect(outcome).toBe(isRefused ? "invalid_input" : "sent");
    expect(service.calls).toHaveLength(isRefused ? 0 : 1);
  },
);

test("files and URL objects pass where media may stand", async () => {
  const { client, service } = await setUp({ submit: [SUBMITTED] }, { validate: true });
  const images = [new Blob([PNG]), new URL("https://example.com/b.png"), "https://example.com/c.png"];
  await client.submit(EDIT, { prompt: "x", images });
  expect(service.of("submit")).toHaveLength(1);
});

test("a file where there may be none is refused", async () => {
  const { client, service } = await setUp({ submit: [SUBMITTED] }, { validate: true });
  const error = await rejection(client.submit(MODEL, { ...INPUT, quality: new Blob([PNG]) }));
  expect(error.issues).toEqual([expect.objectContaining({ path: ["quality"] })]);
  expect(service.calls).toEqual([]);
});

test("what is known of a value is told once", async () => {
  const { client } = await setUp({ submit: [SUBMITTED] }, { validate: true });
  const error = await rejection(client.submit(MODEL, { prompt: new Date(0), images: [new Blob(["words"])] }));
  expect(error.issues.map(({ path }: { path: unknown }) => path)).toEqual([["prompt"], ["images", 0]]);
});

test("no default of the schema is written into the input", async () => {
  const { client, service } = await setUp({ submit: [SUBMITTED] }, { validate: true });
  await client.submit(EDIT, INPUT);
  expect(JSON.parse(service.calls[0]?.body ?? "")).toEqual(INPUT);
});

test("a model that the catalog does not know is left to the server", async () => {
  const { client, service } = await setUp({ submit: [SUBMITTED] }, { validate: true });
  await client.submit(untyped("acme/private/edit"), { anything: ["goes"] });
  expect(service.of("submit")).toHaveLength(1);
});

test("the lean entry knows no models, and checks nothing that it does not know", async () => {
  const { service, clock } = await setUp({ submit: [SUBMITTED] });
  const client = createLeanClient({ baseUrl: service.baseUrl, clock, fetch: clock.fetch, validate: true });
  await client.submit(MODEL, WRONG);
  expect(service.of("submit")).toHaveLength(1);
});

test("the lean entry checks the models that it is given", async () => {
  const asked: string[] = [];
  const { service } = await setUp({ submit: [SUBMITTED] });
  const models = async (id: string) => {
    asked.push(id);
    return (await import("@model-api/models/load")).loadModel(id);
  };
  const client = createLeanClient({ baseUrl: service.baseUrl, validate: true, models });
  expect(await rejection(client.submit(MODEL, WRONG))).toBeInstanceOf(InvalidInputError);
  expect(asked).toEqual([EDIT]);
  expect(service.calls).toEqual([]);
});

/** A schema as any library could make it. */
const schemaOf = (validate: StandardSchema["~standard"]["validate"]): StandardSchema => ({
  "~standard": { version: 1, validate },
});

test("a schema of one's own is asked instead of the model's, with the input as it was given", async () => {
  const given: unknown[] = [];
  const schema = schemaOf((value) => {
    given.push(value);
    return {};
  });
  const { client, service } = await setUp({ submit: [SUBMITTED] }, { validate: true });
  const file = new Blob([PNG]);
  const input = { ...WRONG, images: [file] };
  await client.submit(MODEL, input, { validate: schema });
  expect(given).toEqual([input]);
  expect((given[0] as typeof input).images[0]).toBe(file);
  expect(service.of("submit")).toHaveLength(1);
});

test("what a schema of one's own finds is told in the client's shape, with paths of keys or of objects", async () => {
  const key = Symbol("key");
  const schema = schemaOf(async () => ({
    issues: [
      { message: "is rude", path: ["prompt"] },
      { message: "is blurred", path: [{ key: "images" }, { key: 0 }] },
      { message: "is odd", path: [key, { key }] },
      { message: "does not rhyme" },
      { message: "is empty", path: undefined },
    ],
  }));
  const { client, service } = await setUp({ submit: [SUBMITTED] });
  const error = await rejection(client.submit(EDIT, INPUT, { validate: schema }));
  expect(error).toBeInstanceOf(InvalidInputError);
  expect(error.issues).toEqual([
    { path: ["prompt"], message: "is rude" },
    { path: ["images", 0], message: "is blurred" },
    { path: ["Symbol(key)", "Symbol(key)"], message: "is odd" },
    { path: [], message: "does not rhyme" },
    { path: [], message: "is empty" },
  ]);
  expect(error.message).toContain("\n  input: does not rhyme");
  expect(service.calls).toEqual([]);
});

test("a generated validator is such a schema", async () => {
  const model = await (await import("@model-api/models/load")).loadModel(EDIT);
  const { client } = await setUp({ submit: [SUBMITTED] });
  const error = await rejection(
    client.submit(MODEL, { prompt: "x" }, { validate: model?.validator ?? true }),
  );
  expect(error.issues).toEqual([{ path: ["images"], message: expect.stringContaining("required") }]);
});

test("a schema that throws ends the submit with what it throws, and nothing is sent", async () => {
  const thrown = new Error("no rules today");
  const schema = schemaOf(() => Promise.reject(thrown));
  const { client, service } = await setUp({ submit: [SUBMITTED] });
  expect(await rejection(client.submit(EDIT, INPUT, { validate: schema }))).toBe(thrown);
  expect(service.calls).toEqual([]);
});
