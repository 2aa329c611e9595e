import { expect, test } from "vitest";
import type { FakeCall } from "../testing/fake-service.js";
import { openProxy } from "../testing/proxy-scene.js";
import { EXTENSIONS } from "../testing/set-up.js";

/** So many models, every second of them allowed. */
const models = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    model_id: `${at % 2 ? "acme" : "openai"}/model-${at}/edit`,
    categories: at % 2 ? ["secret"] : [`even-${at % 4}`],
  }));

/** A catalog in pages, as the contract has it. */
const paged = (all: object[]) => ({
  "/v1/models": [
    ({ path }: FakeCall) => {
      const query = new URL(path, "http://x").searchParams;
      const offset = Number(query.get("offset"));
      const page = all.slice(offset, offset + Number(query.get("limit")));
      return { json: { models: page, total: all.length }, headers: EXTENSIONS };
    },
  ],
});

test("a list has the allowed models only, counted as if there were no others, page by page", async () => {
  const { ask, service } = await openProxy(paged(models(250)));
  const first = await ask("GET", "/v1/models?limit=100");
  expect([first.status, first.body.total, first.body.models.length]).toEqual([200, 125, 100]);
  expect(first.headers.get("model-api-extensions")).toBe("wait, idempotency-key");
  const rest = await ask("GET", "/v1/models?limit=100&offset=100");
  const ids = [...first.body.models, ...rest.body.models].map(({ model_id }) => model_id);
  expect(ids).toEqual(
    models(250).flatMap(({ model_id }) => (model_id.startsWith("openai/") ? model_id : [])),
  );
  expect((await ask("GET", "/v1/models")).body.models).toHaveLength(50);
  expect((await ask("GET", "/v1/models?offset=1000")).body).toEqual({ models: [], total: 125 });
  expect(service.calls).toHaveLength(4 * 3);
});

test("what the contract's query asks for is passed on, and nothing else", async () => {
  const { ask, service } = await openProxy(paged(models(2)));
  await ask(
    "GET",
    "/v1/models?search=a%26limit%3D1&category=c&kind=model&include_schema=true&limit=7&x=1&search=b",
  );
  const query = new URL(service.calls[0]?.path ?? "", "http://x").searchParams;
  expect([...query]).toEqual([
    ["search", "a&limit=1"],
    ["category", "c"],
    ["kind", "model"],
    ["include_schema", "true"],
    ["limit", "100"],
    ["offset", "0"],
  ]);
});

test("categories are those of the allowed models", async () => {
  const { ask } = await openProxy(paged(models(8)));
  expect((await ask("GET", "/v1/models/categories")).body).toEqual({ categories: ["even-0", "even-2"] });
});

test("a page that is none is refused, and the API is not asked", async () => {
  const { ask, service } = await openProxy(paged(models(2)));
  for (const query of ["limit=0", "limit=101", "limit=x", "limit=1e1", "offset=-1", "limit="]) {
    const { status, body } = await ask("GET", `/v1/models?${query}`);
    expect([status, body.error_code], query).toEqual([422, 422]);
  }
  expect(service.calls).toEqual([]);
});

test("an error of the API is the answer, wherever in the list it comes", async () => {
  const error = { status: 500, json: { error_code: 500, error_message: "broken" } };
  const { ask } = await openProxy({ "/v1/models": [{ json: { models: models(3), total: 9 } }, error] });
  for (const path of ["/v1/models", "/v1/models/categories"])
    expect(await ask("GET", path)).toMatchObject({ status: 500, body: error.json });
});

test("a list of something that answers the same page for ever has an end", async () => {
  const { ask, service } = await openProxy({ "/v1/models": [{ json: { models: models(2) } }] });
  expect((await ask("GET", "/v1/models")).body.total).toBe(1);
  expect(service.calls).toHaveLength(2);
});

test("one allowed model is answered as the API says it", async () => {
  const [entry] = models(1);
  const { ask } = await openProxy({ "/v1/models/openai/model-0/edit": [{ json: entry }] });
  expect((await ask("GET", "/v1/models/openai/model-0/edit")).body).toEqual(entry);
});
