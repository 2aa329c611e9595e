import { expect, test } from "vitest";
import { APP, MOUNT, openProxy } from "../testing/proxy-scene.js";
import { EDIT, SUBMITTED } from "../testing/set-up.js";

const PATH = "/v1/requests/r1";
const TOLD = { json: { request_id: "r1", model_id: EDIT, created_at: "x", input: { prompt: "x" } } };
const GONE = { json: { request_id: "r1", outcome: "deleted" } };
const script = { submit: [SUBMITTED], [`${PATH}/input`]: [TOLD], [PATH]: [GONE] };

test("a caller reads the input of what it has submitted and deletes it, without a query", async () => {
  const { service, ask, submit } = await openProxy(script);
  const id = await submit();
  const input = await ask("GET", `/v1/requests/${id}/input?token=x`);
  expect([input.status, input.body]).toEqual([200, { ...TOLD.json, request_id: id }]);
  const deleted = await ask("DELETE", `/v1/requests/${id}?force=true`);
  expect([deleted.status, deleted.body]).toEqual([200, { request_id: id, outcome: "deleted" }]);
  expect(service.calls.slice(1).map(({ method, path }) => `${method} ${path}`)).toEqual([
    `GET ${PATH}/input`,
    `DELETE ${PATH}`,
  ]);
});

test("nobody else reads or deletes it, and the API is not asked", async () => {
  const { service, ask, submit } = await openProxy(script);
  const id = await submit();
  const calls = service.calls.length;
  for (const [user, tried] of [
    ["mallory", id],
    ["alice", "r1"],
    ["alice", `r1${"A".repeat(22)}`],
  ]) {
    const headers = { "x-user": `${user}` };
    expect((await ask("GET", `/v1/requests/${tried}/input`, { headers })).status).toBe(404);
    expect((await ask("DELETE", `/v1/requests/${tried}`, { headers })).status).toBe(404);
  }
  expect(service.calls).toHaveLength(calls);
});

test.each([
  ["inputs", "GET", "/input", "DELETE", ""],
  ["deletions", "DELETE", "", "GET", "/input"],
] as const)(
  "an application that turns %s off passes on the other call only",
  async (option, method, end, other, otherEnd) => {
    const { service, ask, submit } = await openProxy(script, { [option]: false });
    const id = await submit();
    const calls = service.calls.length;
    expect((await ask(method, `/v1/requests/${id}${end}`)).status).toBe(404);
    expect(service.calls).toHaveLength(calls);
    expect((await ask(other, `/v1/requests/${id}${otherEnd}`)).status).toBe(200);
  },
);

test("a page of a listed origin may ask whether it may delete, where that is on", async () => {
  const origin = "https://shop.example";
  const headers = { origin, "access-control-request-method": "DELETE" };
  const cors = { origins: [origin] };
  const open = await openProxy({}, { cors });
  const answer = await open.ask("OPTIONS", PATH, { headers });
  expect([answer.status, answer.headers.get("access-control-allow-methods")]).toEqual([
    204,
    "GET, POST, DELETE",
  ]);
  const closed = await openProxy({}, { cors, deletions: false });
  expect((await closed.ask("OPTIONS", PATH, { headers })).status).toBe(404);
});

test("what the API says of a request that has not ended comes back as it is", async () => {
  const body = { error_code: 409, error_message: "It has not ended." };
  const { ask, submit } = await openProxy({ ...script, [PATH]: [{ status: 409, json: body }] });
  expect(await ask("DELETE", `/v1/requests/${await submit()}`)).toMatchObject({ status: 409, body });
});

test.each([
  ["GET", "/input", { request_id: "r1", input: null }],
  ["DELETE", "", { request_id: "r1" }],
])("an answer to %s …%s that is none of the API's is not passed back", async (method, end, json) => {
  const { ask, submit, failures } = await openProxy({ ...script, [`${PATH}${end}`]: [{ json }] });
  const { status } = await ask(method, `/v1/requests/${await submit()}${end}`);
  expect([status, failures.map(({ reason }) => reason)]).toEqual([502, ["malformed"]]);
});

test("a deletion is seen through although its caller has left", async () => {
  const leaving = new AbortController();
  const { proxy, submit, service } = await openProxy({
    ...script,
    [PATH]: [
      () => {
        leaving.abort();
        return GONE;
      },
    ],
  });
  const url = `${APP}${MOUNT}/v1/requests/${await submit()}`;
  const response = await proxy(new Request(url, { method: "DELETE", signal: leaving.signal }));
  expect([response.status, service.of(PATH).length]).toEqual([200, 1]);
});
