import { expect, test } from "vitest";
import { type ClientOptions, CostLimitError, type ModelId, NotFoundError, untyped } from "./index.js";
import type { FakeAnswer } from "./testing/fake-service.js";
import { EDIT, INPUT, rejection, SUBMITTED, setUp } from "./testing/set-up.js";

/** Priced by `duration` in the catalog, which is 5 where it is left out. */
const VIDEO = "wan-ai/wan-2.7/image-to-video";
/** Priced by `music_length_ms`, a thousandth of it a second, which is 40000 where it is left out. */
const MUSIC = "elevenlabs/elevenlabs/music-generation";
const UNKNOWN = "acme/private/edit";

const entry = (modelId: string, facts: object): FakeAnswer => ({ json: { model_id: modelId, ...facts } });
const pathOf = (modelId: string) => `/v1/models/${modelId}`;

async function estimateOf(modelId: string, facts: object, input: object, options: ClientOptions = {}) {
  const { client, service } = await setUp({ [pathOf(modelId)]: [entry(modelId, facts)] }, options);
  const estimate = await client.estimate(untyped(modelId), { ...input });
  expect(service.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([`GET ${pathOf(modelId)}`]);
  return estimate;
}

const ESTIMATES: [string, string, object, object, number | null][] = [
  ["an output", EDIT, { base_price_usd: 0.04 }, INPUT, 0.04],
  ["several outputs", UNKNOWN, { base_price_usd: 0.04, price_quantity: { count: 3 } }, {}, 0.12],
  ["what a field says", VIDEO, { base_price_usd: 0.1 }, { duration: 10 }, 1],
  ["what a field says as text", VIDEO, { base_price_usd: 0.1 }, { duration: "10" }, 1],
  ["a field's default", VIDEO, { base_price_usd: 0.1 }, {}, 0.5],
  ["a field's default where it is null", VIDEO, { base_price_usd: 0.1 }, { duration: null }, 0.5],
  ["a part of what a field says", MUSIC, { base_price_usd: 0.01 }, { music_length_ms: 60_000 }, 0.6],
  ["a part of a field's default", MUSIC, { base_price_usd: 0.01 }, {}, 0.4],
  [
    "a field that only the server knows",
    UNKNOWN,
    { base_price_usd: 0.02, price_quantity: { field: "seconds", factor: 2 } },
    { seconds: 4 },
    0.16,
  ],
  ["nothing", EDIT, { base_price_usd: 0 }, INPUT, 0],
  ["what nobody knows: there is no price", EDIT, { base_price_usd: null }, INPUT, null],
  ["what nobody knows: no price is told", EDIT, {}, INPUT, null],
  ["what nobody knows: there is no quantity", UNKNOWN, { base_price_usd: 0.1 }, {}, null],
  [
    "what nobody knows: the price depends on more",
    EDIT,
    { base_price_usd: 0.04, pricing_note: "4k costs more" },
    INPUT,
    null,
  ],
  ["what nobody knows: the service chooses", VIDEO, { base_price_usd: 0.1 }, { duration: "auto" }, null],
  ["what nobody knows: the field is negative", VIDEO, { base_price_usd: 0.1 }, { duration: -1 }, null],
  [
    "what nobody knows: the field has no default",
    UNKNOWN,
    { base_price_usd: 0.1, price_quantity: { field: "seconds" } },
    {},
    null,
  ],
];
test.each(ESTIMATES)("a request costs %s", async (_, modelId, facts, input, cost) => {
  const estimate = await estimateOf(modelId, facts, input);
  if (cost === null) expect(estimate).toBeNull();
  else expect(estimate).toBeCloseTo(cost, 10);
});

test.each([
  ["an empty text", ""],
  ["a list", [5]],
  ["true", true],
])("%s is no number of units", async (_, duration) => {
  expect(await estimateOf(VIDEO, { base_price_usd: 0.1 }, { duration })).toBeNull();
});

test("without the catalog's schemas, the server's facts alone must do", async () => {
  const options = { models: undefined };
  expect(await estimateOf(VIDEO, { base_price_usd: 0.1 }, { duration: 10 }, options)).toBeNull();
  const facts = { base_price_usd: 0.1, price_quantity: { field: "duration" } };
  expect(await estimateOf(VIDEO, facts, { duration: 10 }, options)).toBe(1);
  expect(await estimateOf(VIDEO, facts, {}, options)).toBeNull();
});

test("an estimate of a model that the server does not know is a NotFoundError", async () => {
  const { client } = await setUp({});
  expect(await rejection(client.estimate(EDIT, INPUT))).toBeInstanceOf(NotFoundError);
});

const submitWithLimit = async (maxCostUsd: number, facts: object, modelId = EDIT) => {
  const scene = await setUp({ submit: [SUBMITTED], [pathOf(modelId)]: [entry(modelId, facts)] });
  const submitting = scene.client.submit(untyped(modelId), { ...INPUT }, { maxCostUsd });
  return { ...scene, submitting };
};
const methodsOf = (calls: readonly { readonly method: string }[]) => calls.map(({ method }) => method);

test("what would cost more than it may is refused, and only the catalog has been asked", async () => {
  const { submitting, service } = await submitWithLimit(0.03, { base_price_usd: 0.04 });
  const error = await rejection(submitting);
  expect(error).toBeInstanceOf(CostLimitError);
  expect(error).toMatchObject({
    code: "cost_limit",
    estimateUsd: 0.04,
    retryable: false,
    message: `${EDIT}: it is estimated at $0.04, and maxCostUsd is 0.03. Nothing was sent; leave maxCostUsd out to send it all the same.`,
  });
  expect(methodsOf(service.calls)).toEqual(["GET"]);
});

test("what nobody can estimate is refused where there is a limit", async () => {
  const { submitting, service } = await submitWithLimit(1000, { base_price_usd: null });
  const error = await rejection(submitting);
  expect(error).toBeInstanceOf(CostLimitError);
  expect(error.estimateUsd).toBeNull();
  expect(error.message).toContain("nothing tells its price");
  expect(methodsOf(service.calls)).toEqual(["GET"]);
});

test("a limit that is just met, and one of nothing for what costs nothing, let the submit through", async () => {
  for (const [limit, price] of [
    [0.04, 0.04],
    [0, 0],
  ] as const) {
    const { submitting, service } = await submitWithLimit(limit, { base_price_usd: price });
    expect((await submitting).id).toBe("r1");
    expect(methodsOf(service.calls)).toEqual(["GET", "POST"]);
  }
});

test("where the price cannot be asked for, nothing is sent", async () => {
  const { client, service } = await setUp({ submit: [SUBMITTED] });
  const error = await rejection(client.submit(EDIT, INPUT, { maxCostUsd: 1 }));
  expect(error).toBeInstanceOf(NotFoundError);
  expect(service.of("submit")).toEqual([]);
});

test("the limit counts before a file is uploaded, and in a run as well", async () => {
  const uploaded: Blob[] = [];
  const upload = async (file: Blob) => `https://files.example/${uploaded.push(file)}`;
  const { client, service } = await setUp(
    { [pathOf(EDIT)]: [entry(EDIT, { base_price_usd: 9 })] },
    { upload },
  );
  const input = { prompt: "x", images: [new Blob([new Uint8Array([0xff, 0xd8, 0xff])])] };
  expect(await rejection(client.run(EDIT, input, { maxCostUsd: 1 }))).toBeInstanceOf(CostLimitError);
  expect(uploaded).toEqual([]);
  expect(methodsOf(service.calls)).toEqual(["GET"]);
});

test("without a limit nobody asks for the price", async () => {
  const { client, service } = await setUp({ submit: [SUBMITTED] });
  await client.submit(EDIT satisfies ModelId, INPUT);
  expect(methodsOf(service.calls)).toEqual(["POST"]);
});
