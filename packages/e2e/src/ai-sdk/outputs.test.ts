import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createModelApi, type ModelApiSettings } from "@model-api/ai-sdk";
import { generateImage } from "ai";
import { expect, test } from "vitest";
import { createFastClock } from "../faults/fast-clock.js";
import { PIXEL } from "../mcp/engine.js";
import { closeAfterEach, closeLater, rejection } from "./scene.js";

closeAfterEach();

type Answer = (response: ServerResponse, origin: string, request: IncomingMessage) => void;

/** A service whose output is answered as a test says. */
async function openOutputs(answer: Answer, settings: ModelApiSettings = {}, url?: string) {
  const asked: IncomingMessage[] = [];
  const submitted: string[] = [];
  const server = createServer((request, response) => {
    const origin = `http://${request.headers.host}`;
    request.resume();
    if (request.url?.startsWith("/out")) {
      asked.push(request);
      return answer(response, origin, request);
    }
    if (request.method === "POST") submitted.push(request.url ?? "");
    const output = { image: url ?? `${origin}/out.png?signature=5ecr3t` };
    response.setHeader("content-type", "application/json");
    return response.end(JSON.stringify({ request_id: "r1", status: "completed", output }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closeLater(async () => {
    server.closeAllConnections();
    server.close();
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clock = createFastClock(100);
  const modelApi = createModelApi({ token: "a-token-of-this-test", baseUrl, clock, ...settings });
  const paint = () =>
    generateImage({ model: modelApi.image("openai/gpt-image-2/text-to-image"), prompt: "x" });
  return { asked, submitted, paint, modelApi };
}

test("an output is fetched without the token", async () => {
  const { paint, asked } = await openOutputs((response) => void response.end(PIXEL));
  expect(Buffer.from((await paint()).image.uint8Array)).toEqual(PIXEL);
  expect(asked).toHaveLength(1);
  expect(asked[0]?.headers).not.toHaveProperty("authorization");
  expect(JSON.stringify(asked[0]?.headers)).not.toContain("a-token-of-this-test");
});

test("an output is asked for again where a failure may pass: it is paid for, and nothing is submitted again", async () => {
  const answers: Answer[] = [
    (response) => void response.writeHead(503, { "retry-after": "1" }).end(),
    (response) => response.destroy(),
    (response) => {
      response.writeHead(200, { "content-length": "500" });
      response.write(PIXEL, () => response.destroy());
    },
    (response) => void response.end(PIXEL),
  ];
  const { paint, asked, submitted } = await openOutputs((...given) => answers.shift()?.(...given));
  expect(Buffer.from((await paint()).image.uint8Array)).toEqual(PIXEL);
  expect([asked.length, submitted.length]).toEqual([4, 1]);
});

test("redirects within the server are followed", async () => {
  const { paint } = await openOutputs((response, _, { url }) =>
    url === "/out-again"
      ? void response.end(PIXEL)
      : void response.writeHead(302, { location: "/out-again" }).end(),
  );
  expect((await paint()).images).toHaveLength(1);
});

const redirect =
  (location: string): Answer =>
  (response) =>
    void response.writeHead(302, { location }).end();

const BAD: readonly (readonly [what: string, Answer, RegExp, ModelApiSettings?])[] = [
  ["a redirect to another host", redirect("http://169.254.169.254/latest"), /is on no host/],
  [
    "a redirect to a host that looks like the vendor's",
    redirect("https://runcomfy.net.evil.example/x"),
    /is on no host/,
  ],
  ["a redirect with a user's name", redirect("https://a.runcomfy.net:x@evil.example/"), /is on no host/],
  ["a redirect to nowhere", redirect("http://["), /is no URL/],
  ["a redirect that never ends", redirect("/out.png"), /redirects more than 5 times/],
  [
    "a file over the cap that says its length",
    (response) => void response.writeHead(200, { "content-length": "5000" }).end(Buffer.alloc(5000)),
    /larger than 1000 bytes/,
    { maxFileBytes: 1000 },
  ],
  [
    "a file over the cap that does not",
    (response) => {
      const send = () =>
        void (response.destroyed || response.write(Buffer.alloc(600), () => setImmediate(send)));
      send();
    },
    /larger than 1000 bytes/,
    { maxFileBytes: 1000 },
  ],
  ["a file that is gone", (response) => void response.writeHead(404).end(), /HTTP 404; outputs expire/],
  [
    "a web page",
    (response) => void response.writeHead(200, { "content-type": "text/html" }).end("<h1>Sign in</h1>"),
    /is no media file, but text\/html/,
  ],
  [
    "a server that always fails",
    (response) => void response.writeHead(500).end(),
    /it failed 5 times, last with: HTTP 500/,
  ],
];
test.each(BAD.map(([what, answer, message, settings = {}]) => ({ what, answer, message, settings })))(
  "$what is an error that names the request, and is not retryable",
  async ({ answer, message, settings }) => {
    const { paint, submitted } = await openOutputs(answer, settings);
    const error = await rejection(paint());
    expect(error).toMatchObject({
      name: "AI_APICallError",
      isRetryable: false,
      data: { code: "output", charged: "yes", requestId: "r1" },
    });
    expect(error.message).toMatch(message);
    expect(error.message).toContain('modelApi.client.request("r1").result()');
    expect(error.message).not.toContain("5ecr3t");
    expect(submitted).toHaveLength(1);
  },
);

test.each([
  "https://evil.example/x.png",
  "https://user@a.runcomfy.net/x.png",
  "http://a.runcomfy.net/x.png",
  "file:///etc/passwd",
  "no link",
])("%s is never asked for", async (url) => {
  const { paint } = await openOutputs((response) => void response.end(PIXEL), {}, url);
  expect((await rejection(paint())).message).toMatch(/is on no host|is no URL/);
});

test("a host of one's own is trusted with those below it; what is no host name is refused", async () => {
  const calls: string[] = [];
  const settings: ModelApiSettings = {
    hosts: ["files.example"],
    fetch: async (url, init) => {
      if (!url.startsWith("https://eu.files.example/")) return fetch(url, init);
      calls.push(url);
      return new Response(new Uint8Array(PIXEL));
    },
  };
  const { paint } = await openOutputs(
    (response) => response.destroy(),
    settings,
    "https://eu.files.example/x",
  );
  expect((await paint()).images).toHaveLength(1);
  expect(calls).toEqual(["https://eu.files.example/x"]);
  const bad = await openOutputs((response) => response.destroy(), { hosts: ["https://files.example"] });
  expect(await rejection(bad.paint())).toMatchObject({ name: "TypeError" });
  expect(bad.submitted).toEqual([]);
});

test("an abort while the output is fetched says that the request is done and paid for", async () => {
  const controller = new AbortController();
  const { modelApi } = await openOutputs((response) => {
    response.write(PIXEL.subarray(0, 9), () => controller.abort());
  });
  const error = await rejection(
    generateImage({
      model: modelApi.image("openai/gpt-image-2/text-to-image"),
      prompt: "x",
      abortSignal: controller.signal,
    }),
  );
  expect(error).toMatchObject({ name: "AbortError", outcome: "too_late", requestId: "r1" });
});
