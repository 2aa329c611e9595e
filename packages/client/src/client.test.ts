import { expect, test, vi } from "vitest";
import { createClient, NotFoundError, type RequestStatus, untyped } from "./index.js";
import { DONE, EDIT, INPUT, rejection, SUBMITTED, setUp, status, TOKEN } from "./testing/set-up.js";

test("run submits the input key for key, follows the status, and gives the result", async () => {
  const { client, service } = await setUp({
    submit: [SUBMITTED],
    status: [
      status("in_queue", { queue_position: 2 }),
      status("in_queue", { queue_position: 1 }),
      status("in_progress"),
      status("completed"),
    ],
    result: [DONE],
  });
  const seen: RequestStatus[] = [];
  const result = await client.run(EDIT, INPUT, { onStatus: (change) => seen.push(change) });
  expect(result).toEqual({
    requestId: "r1",
    status: "completed",
    model: EDIT,
    output: { image: "https://x.runcomfy.net/a.png" },
    createdAt: new Date("2026-01-01"),
  });
  expect(seen).toEqual([
    { status: "in_queue", queuePosition: 2 },
    { status: "in_queue", queuePosition: 1 },
    { status: "in_progress" },
    { status: "completed" },
  ]);
  expect(service.calls[0]).toMatchObject({
    method: "POST",
    path: `/v1/models/${EDIT}`,
    headers: { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" },
  });
  expect(JSON.parse(service.calls[0]?.body ?? "")).toEqual(INPUT);
});

test("a run makes three calls where the server holds the look", async () => {
  const { client, service } = await setUp({
    submit: [SUBMITTED],
    status: [status("completed")],
    result: [DONE],
  });
  await client.run(EDIT, INPUT);
  expect(service.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
    `POST /v1/models/${EDIT}`,
    "GET /v1/requests/r1/status",
    "GET /v1/requests/r1/result",
  ]);
});

test("a read that fails on the way does not end a run", async () => {
  const { client } = await setUp({
    submit: [SUBMITTED],
    status: [
      { socket: (request) => request.socket.destroy() },
      { status: 503, text: "busy" },
      { status: 429, headers: { "retry-after": "7" }, json: { error_code: 429, error_message: "slow down" } },
      status("completed"),
    ],
    result: [{ status: 500, text: "" }, DONE],
  });
  expect((await client.run(EDIT, INPUT)).status).toBe("completed");
});

test("a client does nothing until it is used", async () => {
  const { service, clock } = await setUp({});
  expect(service.calls).toEqual([]);
  expect(clock.pending).toEqual([]);
});

test.each([
  "openai",
  "openai/../x",
  "openai/%2e%2e/x",
  "a/b?c=d",
  "a/b#c",
  "a//b",
  "a/b/c/d/e/f",
  "",
  "/a/b",
  "a/b\n",
])("the model id %j never gets into a URL", async (id) => {
  const { client, service } = await setUp({ submit: [SUBMITTED] });
  expect(() => untyped(id)).toThrow(NotFoundError);
  expect(await rejection(client.submit({ untyped: id }, {}))).toBeInstanceOf(NotFoundError);
  expect(await rejection(client.submit(id as never, {} as never))).toBeInstanceOf(NotFoundError);
  expect(await rejection(client.estimate({ untyped: id }, {}))).toBeInstanceOf(NotFoundError);
  expect(await rejection(client.models.get(id))).toBeInstanceOf(NotFoundError);
  expect(service.calls).toEqual([]);
});

test.each(["", "/", "/v1", "/v1/", "//"])("the base URL is taken with %j at its end", async (suffix) => {
  const { service } = await setUp({ status: [status("completed")] });
  await createClient({ baseUrl: service.baseUrl + suffix })
    .request("r1")
    .status();
  expect(service.calls[0]?.path).toBe("/v1/requests/r1/status");
});

test("without a base URL the hosted service is called, with the fetch of that moment", async () => {
  const client = createClient();
  const urls: string[] = [];
  vi.stubGlobal("fetch", async (url: string) => {
    urls.push(url);
    return Response.json({ status: "completed" });
  });
  try {
    await client.request("r1").status();
  } finally {
    vi.unstubAllGlobals();
  }
  expect(urls).toEqual(["https://model-api.runcomfy.net/v1/requests/r1/status"]);
});
