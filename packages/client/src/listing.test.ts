import { expect, test } from "vitest";
import { NotFoundError } from "./index.js";
import { type FakeAnswer, type FakeCall, RESET } from "./testing/fake-service.js";
import { EDIT, rejection, setUp } from "./testing/set-up.js";

const queryOf = ({ path }: FakeCall) => Object.fromEntries(new URL(path, "http://x").searchParams);
const queriesOf = (calls: readonly FakeCall[]) => calls.map(queryOf);

/** A catalog of so many entries, two to a page. */
const catalog =
  (count: number, { hasTotal = true } = {}): FakeAnswer =>
  (call) => {
    const offset = Number(queryOf(call).offset);
    const models = Array.from({ length: Math.max(0, Math.min(2, count - offset)) }, (_, index) => ({
      model_id: `m/${offset + index}`,
    }));
    return { json: { models, ...(hasTotal && { total: count }) } };
  };
/** Requests, one to a page. */
const requests =
  (count: number): FakeAnswer =>
  (call) => {
    const at = Number(queryOf(call).cursor ?? 0);
    return {
      json: { requests: [{ request_id: `r${at}` }], ...(at + 1 < count && { next_cursor: `${at + 1}` }) },
    };
  };

async function idsOf(listing: AsyncIterable<{ model_id?: string; request_id?: string }>) {
  const ids: (string | undefined)[] = [];
  for await (const { request_id, model_id } of listing) ids.push(request_id ?? model_id);
  return ids;
}

test("a server that answers the same page again, whatever it is asked for, has no more", async () => {
  const page: FakeAnswer = { json: { models: [{ model_id: "m/0" }, { model_id: "m/1" }] } };
  const { client, service } = await setUp({ "/v1/models": [page] });
  expect(await idsOf(client.models.list())).toEqual(["m/0", "m/1"]);
  expect(queriesOf(service.calls)).toEqual([{ offset: "0" }, { offset: "2" }]);
});

test("a list of models that is awaited is one page", async () => {
  const { client, service } = await setUp({ "/v1/models": [catalog(5)] });
  const page = await client.models.list({
    search: "edit & more",
    category: "image",
    limit: 2,
    include_schema: true,
  });
  expect(page).toEqual({ models: [{ model_id: "m/0" }, { model_id: "m/1" }], total: 5 });
  expect(queriesOf(service.calls)).toEqual([
    { search: "edit & more", category: "image", limit: "2", include_schema: "true", offset: "0" },
  ]);
});

test("a list of models that is iterated is every entry, page by page, with the same query", async () => {
  const { client, service } = await setUp({ "/v1/models": [catalog(5)] });
  expect(await idsOf(client.models.list({ search: "x" }))).toEqual(["m/0", "m/1", "m/2", "m/3", "m/4"]);
  expect(queriesOf(service.calls)).toEqual(["0", "2", "4"].map((offset) => ({ search: "x", offset })));
});

test("an offset is where the iteration begins, and it goes on from there", async () => {
  const { client, service } = await setUp({ "/v1/models": [catalog(6)] });
  expect(await idsOf(client.models.list({ offset: 3 }))).toEqual(["m/3", "m/4", "m/5"]);
  expect(queriesOf(service.calls).map(({ offset }) => offset)).toEqual(["3", "5"]);
});

test("a server that does not say how many there are is asked until it has no more", async () => {
  const { client, service } = await setUp({ "/v1/models": [catalog(4, { hasTotal: false })] });
  expect(await idsOf(client.models.list())).toEqual(["m/0", "m/1", "m/2", "m/3"]);
  expect(service.calls).toHaveLength(3);
});

test("an empty list is asked for once, however many the server says that there are", async () => {
  const { client, service } = await setUp({ "/v1/models": [{ json: { models: [], total: 9 } }] });
  expect(await idsOf(client.models.list())).toEqual([]);
  expect(service.calls).toHaveLength(1);
});

test("what is not set is not in the query", async () => {
  const { client, service } = await setUp({ "/v1/models": [catalog(1)] });
  await client.models.list({ search: undefined as never, limit: 0 });
  expect(queriesOf(service.calls)).toEqual([{ limit: "0", offset: "0" }]);
});

test("a list that is awaited and then iterated asks for its first page once", async () => {
  const { client, service } = await setUp({ "/v1/models": [catalog(3)] });
  const listing = client.models.list();
  expect((await listing).total).toBe(3);
  expect(await idsOf(listing)).toEqual(["m/0", "m/1", "m/2"]);
  expect(service.calls).toHaveLength(2);
});

test("a list that is iterated twice is the whole list both times", async () => {
  const { client } = await setUp({ "/v1/models": [catalog(3)] });
  const listing = client.models.list();
  expect(await idsOf(listing)).toEqual(["m/0", "m/1", "m/2"]);
  expect(await idsOf(listing)).toEqual(["m/0", "m/1", "m/2"]);
});

test("an iteration that is left early asks for no further page", async () => {
  const { client, service } = await setUp({ "/v1/models": [catalog(9)] });
  for await (const { model_id } of client.models.list()) if (model_id === "m/2") break;
  expect(service.calls).toHaveLength(2);
});

test("a page that fails on the way is asked for again", async () => {
  const { client } = await setUp({
    "/v1/models": [catalog(3), RESET, { status: 503, text: "" }, catalog(3)],
  });
  expect(await idsOf(client.models.list())).toEqual(["m/0", "m/1", "m/2"]);
});

test("what goes wrong with a page is thrown to whoever iterates", async () => {
  const refusal: FakeAnswer = { status: 403, json: { error_code: 403001, error_message: "no" } };
  const { client } = await setUp({ "/v1/models": [catalog(3), refusal] });
  const seen: string[] = [];
  const error = await rejection(
    (async () => {
      for await (const { model_id } of client.models.list()) seen.push(model_id);
    })(),
  );
  expect(seen).toEqual(["m/0", "m/1"]);
  expect(error.code).toBe("permission");
});

test("an abort ends a list, at its first page and between two", async () => {
  const { client, service } = await setUp({ "/v1/models": [catalog(9)] });
  const aborted = AbortSignal.abort(new Error("never mind"));
  expect(await rejection(client.models.list({}, { signal: aborted }))).toBe(aborted.reason);
  const controller = new AbortController();
  const { signal } = controller;
  const iterating = (async () => {
    for await (const _ of client.models.list({}, { signal })) controller.abort();
  })();
  expect(await rejection(iterating)).toBe(signal.reason);
  expect(service.calls).toHaveLength(1);
});

test("a list of requests that is awaited is one page", async () => {
  const { client, service } = await setUp({ "/v1/requests": [requests(3)] });
  expect(await client.requests.list({ status: "completed", limit: 1 })).toEqual({
    requests: [{ request_id: "r0" }],
    next_cursor: "1",
  });
  expect(queriesOf(service.calls)).toEqual([{ status: "completed", limit: "1" }]);
});

test("a list of requests that is iterated follows the cursor to its end", async () => {
  const { client, service } = await setUp({ "/v1/requests": [requests(3)] });
  expect(await idsOf(client.requests.list({ status: "failed" }))).toEqual(["r0", "r1", "r2"]);
  expect(queriesOf(service.calls)).toEqual([
    { status: "failed" },
    { status: "failed", cursor: "1" },
    { status: "failed", cursor: "2" },
  ]);
});

test("a cursor is where the iteration begins", async () => {
  const { client } = await setUp({ "/v1/requests": [requests(4)] });
  expect(await idsOf(client.requests.list({ cursor: "2" }))).toEqual(["r2", "r3"]);
});

test("a server that does not list requests says so", async () => {
  const { client } = await setUp({});
  expect(await rejection(client.requests.list())).toBeInstanceOf(NotFoundError);
});

test("an entry of the catalog is given as the server tells it", async () => {
  const told = { model_id: EDIT, display_name: "Edit", base_price_usd: null, more: { than: "we know" } };
  const { client, service } = await setUp({ [`/v1/models/${EDIT}`]: [{ json: told }] });
  expect(await client.models.get(EDIT)).toEqual(told);
  expect(service.calls).toHaveLength(1);
});

test("the categories are a list of their names", async () => {
  const { client } = await setUp({ "/v1/models/categories": [{ json: { categories: ["a", "b"] } }] });
  expect(await client.models.categories()).toEqual(["a", "b"]);
});

test("a malformed id is told at once, and nothing is asked", async () => {
  const { client, service, clock } = await setUp({});
  expect(await rejection(client.models.get("../x"))).toBeInstanceOf(NotFoundError);
  expect([service.calls, clock.elapsed]).toEqual([[], 0]);
});
