import { expect, test } from "vitest";
import { assertRefusal } from "../testing/contract.js";
import { manualEngine } from "../testing/engines.js";
import { rawCall } from "../testing/raw-call.js";
import { serverSuite } from "../testing/servers.js";

const { start } = serverSuite();

async function listening() {
  const { server, token } = await start(manualEngine().engine);
  const url = await server.listen({ port: 0, host: "127.0.0.1" });
  const good = `GET /v1/models/categories HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\n\r\n`;
  const send = (text: string, answers = 1) => rawCall(url, { pieces: [text], answers, silenceMs: 1000 });
  return { send, good, url };
}

test.each([
  ["a request line that is none", "hello\r\n\r\n", 400],
  ["no host", "GET /v1/models HTTP/1.1\r\n\r\n", 400],
  ["a host that is none", "GET /v1/models HTTP/1.1\r\nhost: a b\r\n\r\n", 400],
  ["a backslash in the path", "GET /v1\\models HTTP/1.1\r\nhost: x\r\n\r\n", 400],
  [
    "two lengths",
    "POST /v1/files HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n",
    400,
  ],
  [
    "a length and chunks",
    "POST /v1/files HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n",
    400,
  ],
  ["headers that are too large", `GET / HTTP/1.1\r\nhost: x\r\nx: ${"a".repeat(20_000)}\r\n\r\n`, 431],
  ["an expectation that is not met", "GET / HTTP/1.1\r\nhost: x\r\nexpect: a miracle\r\n\r\n", 417],
])("%s: the caller reads why, in the shape of every error", async (_, text, status) => {
  const { send } = await listening();
  const [answer] = await send(text);
  expect(answer?.status).toBe(status);
  expect(JSON.parse(answer?.text ?? "")).toEqual({ error_code: status, error_message: expect.any(String) });
  if (answer) assertRefusal(answer);
});

test("garbage behind good requests is refused after they have been answered", async () => {
  const { send, good } = await listening();
  const answers = await send(`${good}garbage\r\n\r\n`, 2);
  expect(answers.at(-1)?.status).toBe(400);
});

test("chunks that are none do not take the server down, and the next call is answered", async () => {
  const { send, good } = await listening();
  const head =
    "POST /v1/models/openai/gpt-image-2/edit HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n";
  await send(`${head}zz\r\n{}\r\n0\r\n\r\n`);
  expect((await send(good)).map(({ status }) => status)).toEqual([200]);
});
