import { expect, test } from "vitest";
import { manualClock } from "../test-server/manual-clock.js";
import { EDIT, INPUT, manualEngine } from "../testing/engines.js";
import { type Call, callerOf, serverSuite, until } from "../testing/servers.js";

const { start } = serverSuite();

const submit = async (call: Call): Promise<string> =>
  (await call("POST", `/v1/models/${EDIT}`, INPUT)).body.request_id;
const idsOf = ({ body }: { body: { requests: { request_id: string }[] } }) =>
  body.requests.map(({ request_id }) => request_id);

test("requests are listed with what they are and how they stand, the newest first", async () => {
  const clock = manualClock(Date.parse("2026-01-02T03:04:05Z"));
  const { engine, runs } = manualEngine();
  const { call } = await start(engine, { clock, concurrency: 1 });
  expect((await call("GET", "/v1/requests")).body).toEqual({ requests: [] });

  const first = await submit(call);
  const run = await until(() => runs[0]);
  clock.advance(1000);
  const second = await submit(call);
  await call("POST", `/v1/requests/${second}/cancel`);
  const { status, body } = await call("GET", "/v1/requests");
  expect(status).toBe(200);
  expect(body).toEqual({
    requests: [
      {
        request_id: second,
        model_id: EDIT,
        status: "cancelled",
        created_at: "2026-01-02T03:04:06.000Z",
        finished_at: "2026-01-02T03:04:06.000Z",
      },
      { request_id: first, model_id: EDIT, status: "in_progress", created_at: "2026-01-02T03:04:05.000Z" },
    ],
  });
  run.end();
});

test("pages follow each other without a gap or a repeat, whatever arrives in between", async () => {
  const { engine } = manualEngine();
  const { call } = await start(engine);
  const ids: string[] = [];
  for (let i = 0; i < 5; i++) ids.unshift(await submit(call));
  const seen: string[] = [];
  let path = "/v1/requests?limit=2";
  for (let page = 0; page < 3; page++) {
    const answer = await call("GET", path);
    seen.push(...idsOf(answer));
    const cursor = answer.body.next_cursor;
    expect(typeof cursor).toBe(page < 2 ? "string" : "undefined");
    path = `/v1/requests?limit=2&cursor=${cursor}`;
    await submit(call);
  }
  expect(seen).toEqual(ids);
});

test("a page that ends with the last request has no cursor", async () => {
  const { call } = await start(manualEngine().engine);
  for (let i = 0; i < 2; i++) await submit(call);
  expect((await call("GET", "/v1/requests?limit=2")).body).not.toHaveProperty("next_cursor");
});

test("a page has twenty unless another number is asked for", async () => {
  const { call } = await start(manualEngine().engine);
  await Promise.all(Array.from({ length: 21 }, () => submit(call)));
  const { body } = await call("GET", "/v1/requests");
  expect([body.requests.length, typeof body.next_cursor]).toEqual([20, "string"]);
});

test("a status filters, and pages as well", async () => {
  const { engine, runs } = manualEngine();
  const { call } = await start(engine, { concurrency: 1 });
  const running = await submit(call);
  await until(() => runs[0]);
  const [a, b, c] = [await submit(call), await submit(call), await submit(call)];
  await call("POST", `/v1/requests/${b}/cancel`);
  expect(idsOf(await call("GET", "/v1/requests?status=in_progress"))).toEqual([running]);
  expect(idsOf(await call("GET", "/v1/requests?status=cancelled"))).toEqual([b]);
  const page = await call("GET", "/v1/requests?status=in_queue&limit=1");
  expect(idsOf(page)).toEqual([c]);
  const next = await call("GET", `/v1/requests?status=in_queue&limit=1&cursor=${page.body.next_cursor}`);
  expect([idsOf(next), next.body.next_cursor]).toEqual([[a], undefined]);
});

test("nobody sees the requests of another token", async () => {
  const { server, call } = await start(manualEngine().engine);
  await submit(call);
  const other = callerOf(server, await server.createKey("other"));
  const own = await submit(other);
  expect(idsOf(await other("GET", "/v1/requests"))).toEqual([own]);
  expect((await other("GET", "/v1/requests", undefined, { authorization: "" })).status).toBe(401);
});

test("a status that is none says which there are, and the nearest", async () => {
  const { call } = await start(manualEngine().engine);
  const { status, body } = await call("GET", "/v1/requests?status=complete");
  expect(status).toBe(422);
  expect(body.error_message).toContain(
    'status: must be one of in_queue, in_progress, completed, failed, cancelled; got "complete"',
  );
  expect(body.detail).toMatchObject([
    { path: ["status"], suggestion: "completed", allowed: expect.arrayContaining(["in_queue"]) },
  ]);
});

test.each(["", "x", "MQ==", "MA", "LTE", "MS41", "0", "MTAwMDAwMDAwMDAwMDAwMDA", "a".repeat(201)])(
  "the cursor %j was not made here, and is refused",
  async (cursor) => {
    const { call } = await start(manualEngine().engine);
    const { status, body } = await call("GET", `/v1/requests?cursor=${cursor}`);
    expect([status, body.detail?.[0]?.path]).toEqual([422, ["cursor"]]);
  },
);
