import { createClient, NotFoundError, untyped } from "@model-api/client";
import { createTestServer } from "@model-api/server/testing";
import { expect, onTestFinished, test } from "vitest";

const MODEL = "openai/gpt-image-2/text-to-image";
const INPUT = { prompt: "A yellow bicycle", quality: "low" } as const;
const rejection = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable("it resolved"),
    (error) => error,
  );

/** A server, a client of it, and one of another key. The answer of the next call can be lost on its way. */
async function open() {
  const server = await createTestServer();
  onTestFinished(() => server.close());
  const calls: string[] = [];
  let isLossy = false;
  const fetch = async (url: string, init?: RequestInit) => {
    calls.push(`${init?.method} ${new URL(url).pathname}`);
    const answer = await server.fetch(url, init);
    if (!isLossy) return answer;
    isLossy = false;
    throw new TypeError("fetch failed", { cause: Object.assign(new Error("reset"), { code: "ECONNRESET" }) });
  };
  const clientOf = (token: string) => createClient({ baseUrl: server.url, token, fetch });
  return {
    client: clientOf(server.token),
    other: clientOf(await server.createKey("other")),
    calls,
    loseNextAnswer() {
      isLossy = true;
    },
  };
}

test("an input is read as it was submitted, and can be submitted again", async () => {
  const { client } = await open();
  const { requestId } = await client.run(MODEL, INPUT);
  const { model_id, input } = await client.requests.input(requestId);
  expect([model_id, input]).toEqual([MODEL, INPUT]);
  expect((await client.run(untyped(model_id), input)).status).toBe("completed");
});

test("a request that is deleted is nowhere any more: no status, no result, no input, no list", async () => {
  const { client } = await open();
  const { requestId } = await client.run(MODEL, INPUT);
  const kept = await client.run(MODEL, INPUT);
  await client.requests.delete(requestId);
  const handle = client.request(requestId);
  for (const call of [() => handle.status(), () => handle.result(), () => client.requests.input(requestId)])
    expect(await rejection(call())).toBeInstanceOf(NotFoundError);
  const ids: string[] = [];
  for await (const { request_id } of client.requests.list()) ids.push(request_id);
  expect(ids).toEqual([kept.requestId]);
});

test("a second deletion finds nothing, but the repeat of one whose answer was lost is done", async () => {
  const { client, calls, loseNextAnswer } = await open();
  const { requestId } = await client.run(MODEL, INPUT);
  calls.length = 0;
  loseNextAnswer();
  await client.requests.delete(requestId);
  expect(calls).toEqual(Array(2).fill(`DELETE /v1/requests/${requestId}`));
  expect(await rejection(client.requests.delete(requestId))).toBeInstanceOf(NotFoundError);
});

test("another key neither reads nor deletes it", async () => {
  const { client, other } = await open();
  const { requestId } = await client.run(MODEL, INPUT);
  expect(await rejection(other.requests.input(requestId))).toBeInstanceOf(NotFoundError);
  expect(await rejection(other.requests.delete(requestId))).toBeInstanceOf(NotFoundError);
  expect((await client.requests.input(requestId)).input).toEqual(INPUT);
});
