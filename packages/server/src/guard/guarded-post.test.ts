import type { IncomingMessage, RequestListener } from "node:http";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { manualClock } from "../test-server/manual-clock.js";
import { createGuardedPost } from "./guarded-post.js";
import { GuardRefusal } from "./refusal.js";
import {
  type FakeInternet,
  fakeInternet,
  OTHER_SITE,
  SITE,
  SITE_WITHOUT_CERTIFICATE,
} from "./testing/fake-internet.js";

const never = new AbortController().signal;
const URL_OF_SITE = `https://${SITE}/hooks?token=secret`;
let internet: FakeInternet;
beforeAll(async () => {
  internet = await fakeInternet((_, response) => response.end());
});
beforeEach(() => internet.reset());
afterAll(() => internet.close());

const answering = (answer: RequestListener) => {
  internet.sites[SITE] = answer;
};
const post = (url = URL_OF_SITE, signal = never) =>
  createGuardedPost({ allowLoopback: false }, internet.network)(url, { headers: {}, body: "{}" }, signal);

test("a message is posted as it is, with its headers, to the whole URL", async () => {
  let received: { request: IncomingMessage; body: Buffer } | undefined;
  answering(async (request, response) => {
    received = { request, body: await buffer(request) };
    response.writeHead(204).end();
  });
  const body = JSON.stringify({ state: "geschafft ✓" });
  const headers = { "content-type": "application/json", "webhook-id": "1", Host: "10.0.0.1" };
  const send = createGuardedPost({ allowLoopback: false }, internet.network);
  expect(await send(URL_OF_SITE, { headers, body }, never)).toEqual({ status: 204 });
  expect(received?.body.toString()).toBe(body);
  expect(received?.request).toMatchObject({ method: "POST", url: "/hooks?token=secret" });
  expect(received?.request.headers).toEqual({
    host: SITE,
    connection: "close",
    "user-agent": "model-api-server",
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(body)),
    "webhook-id": "1",
  });
});

test.each([200, 202, 400, 404, 410, 429, 500, 503])("the status %d is passed on", async (status) => {
  answering((_, response) => response.writeHead(status).end("whatever"));
  expect(await post()).toEqual({ status });
});

test.each([301, 302, 303, 307, 308])(
  "a redirect by %d is a status, and nobody goes there",
  async (status) => {
    answering((_, response) => response.writeHead(status, { location: `https://${OTHER_SITE}/` }).end());
    expect(await post()).toEqual({ status });
    expect(internet.resolved).toEqual([SITE]);
    expect(internet.connections).toBe(1);
  },
);

test("an answer without end is hung up on, and its status counts", async () => {
  const hungUp = new Promise<void>((resolve) => {
    answering((_, response) => {
      const fill = () => {
        while (!response.destroyed && response.write(Buffer.alloc(8192)));
      };
      response.on("drain", fill).on("close", resolve);
      fill();
    });
  });
  expect(await post()).toEqual({ status: 200 });
  await hungUp;
});

test("an answer whose body breaks off, or lies about its length, has been given", async () => {
  answering((_, response) => {
    response.writeHead(200, { "content-length": "100" });
    response.write("some", () => response.destroy());
  });
  expect(await post()).toEqual({ status: 200 });
});

test("a receiver that never answers costs no more than the time limit", async () => {
  const clock = manualClock();
  answering(() => clock.advance(5000));
  const send = createGuardedPost({ allowLoopback: false, timeoutMs: 5000, clock }, internet.network);
  const sent = send(URL_OF_SITE, { headers: {}, body: "{}" }, never);
  await expect(sent).rejects.toThrow(GuardRefusal);
  await expect(sent).rejects.toThrow("it took longer than 5 s, which is the most it may");
  expect(clock.pending).toBe(0);
});

test("an answer that drips without end has been given, and costs no more than the time limit", async () => {
  const clock = manualClock();
  answering((_, response) => response.writeHead(202).write("drip", () => clock.advance(5000)));
  const send = createGuardedPost({ allowLoopback: false, timeoutMs: 5000, clock }, internet.network);
  // Whether the status or the end of the time comes first is the network's to say.
  const outcome = await send(URL_OF_SITE, { headers: {}, body: "{}" }, never).catch((error) => error);
  expect(outcome instanceof GuardRefusal || outcome.status === 202).toBe(true);
  expect(clock.pending).toBe(0);
});

test("an abort is passed on as it is", async () => {
  const controller = new AbortController();
  const reason = new Error("shutdown");
  answering(() => controller.abort(reason));
  await expect(post(URL_OF_SITE, controller.signal)).rejects.toBe(reason);
  await expect(post(URL_OF_SITE, controller.signal)).rejects.toBe(reason);
});

test.each<[string, RequestListener, RegExp]>([
  ["hangs up", (_, response) => response.destroy(), /closed the connection without an answer/],
  [
    "sends headers without end",
    (_, response) => response.writeHead(200, { "x-large": "a".repeat(20_000) }).end(),
    /the headers of the answer of .* are larger than 16 KiB/,
  ],
  [
    "does not speak HTTP",
    (request) => request.socket.end("220 mail.example ESMTP\r\n"),
    /does not answer in proper HTTP/,
  ],
  [
    "switches to another protocol",
    (request) =>
      request.socket.write("HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n"),
    /wants to change the protocol/,
  ],
])("a receiver that %s has not got the message", async (_, answer, says) => {
  answering(answer);
  await expect(post()).rejects.toThrow(says);
});

test("a receiver whose certificate is not for its name gets nothing", async () => {
  internet.names[SITE_WITHOUT_CERTIFICATE] = [["93.184.215.15"]];
  let requests = 0;
  internet.sites[SITE_WITHOUT_CERTIFICATE] = () => requests++;
  await expect(post(`https://${SITE_WITHOUT_CERTIFICATE}/`)).rejects.toThrow(
    /no secure connection to files\.elsewhere\.example could be made/,
  );
  expect(requests).toBe(0);
});

test("a certificate that nobody vouches for is refused", async () => {
  const { resolve, connect } = internet.network;
  const send = createGuardedPost({ allowLoopback: false }, { resolve, connect });
  await expect(send(URL_OF_SITE, { headers: {}, body: "" }, never)).rejects.toThrow(/no secure connection/);
});
