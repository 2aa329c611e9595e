import { createServer, request as httpRequest, type RequestListener } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { buffer, text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { deferred } from "../testing/deferred.js";
import { toPagesHandler } from "./next-pages.js";
import { type NodeHandler, toNodeHandler } from "./node.js";

type Answer = (request: Request) => Response | Promise<Response>;

/** A server with a handler, and what it was asked. */
async function serve(answer: Answer, wrap: (handler: NodeHandler) => RequestListener = (handler) => handler) {
  const handler = toNodeHandler(async (request) => answer(request));
  const server = createServer(wrap(handler)).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { port, url: `http://127.0.0.1:${port}` };
}

/** What a server says to bytes as they are. */
async function say(port: number, bytes: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.write(bytes);
  return text(socket);
}

test("a request arrives as it was sent, and its answer as it was given", async () => {
  const seen: unknown[] = [];
  const { url } = await serve(async (request) => {
    seen.push(request.method, request.url, request.headers.get("x-a"), await request.text());
    const headers = new Headers([
      ["x-b", "1"],
      ["set-cookie", "a=1"],
      ["set-cookie", "b=2"],
    ]);
    return new Response("ünd", { status: 418, headers });
  });
  const response = await fetch(`${url}/a/b?c=d%20e`, {
    method: "POST",
    headers: { "x-a": "ä" },
    body: "körper",
  });
  expect(seen).toEqual(["POST", `${url}/a/b?c=d%20e`, "ä", "körper"]);
  expect([response.status, response.headers.get("x-b"), await response.text()]).toEqual([418, "1", "ünd"]);
  expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
});

test("where a router has cut the path, the whole one counts", async () => {
  const { url } = await serve(
    ({ url }) => new Response(new URL(url).pathname),
    (handler) => (request, response) =>
      handler(Object.assign(request, { originalUrl: request.url, url: "/cut" }), response),
  );
  expect(await (await fetch(`${url}/api/x`)).text()).toBe("/api/x");
});

test("a request that no URL can say, or that names another host, is not there", async () => {
  let asked = 0;
  const { port } = await serve(() => new Response(`${asked++}`));
  for (const target of ["GET http://evil.example/v1/models", "OPTIONS *", "TRACE /v1/models"]) {
    const said = await say(port, `${target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    expect(said.split("\r\n")[0], target).toBe("HTTP/1.1 404 Not Found");
    expect(said).toContain('"error_code":404001');
  }
  expect(asked).toBe(0);
});

test("a host that would end the URL early is not believed", async () => {
  const { port } = await serve(({ url }) => new Response(url));
  const urlFor = async (host: string) =>
    (await say(port, `GET /p?q HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`)).split("\r\n").at(-4);
  for (const host of ["a/b", "a#b", "a?b", "u@a", "a\\b", "a b", ""])
    expect(await urlFor(host), host).toBe("http://localhost/p?q");
  expect(await urlFor("app.example:81")).toBe("http://app.example:81/p?q");
  expect(await urlFor("[::1]:81")).toBe("http://[::1]:81/p?q");
});

test("a body is read no faster than it is wanted", async () => {
  const arrived = deferred();
  const goOn = deferred();
  const { port } = await serve(async (request) => {
    const reader = request.body?.getReader();
    await reader?.read();
    arrived.resolve();
    await goOn.promise;
    let rest = 0;
    for (;;) {
      const { value } = (await reader?.read()) ?? {};
      if (!value) return new Response(`${rest}`);
      rest += value.length;
    }
  });
  const total = 64 * 2 ** 20;
  const sending = httpRequest({ port, method: "POST", headers: { "content-length": total } });
  const answer = new Promise<string>((resolve) =>
    sending.on("response", (response) => resolve(text(response))),
  );
  const chunk = Buffer.alloc(2 ** 20);
  let sent = 0;
  const send = () => {
    while (sent < total) {
      sent += chunk.length;
      if (!sending.write(chunk)) return;
    }
    sending.end();
  };
  sending.on("drain", send);
  send();
  await arrived.promise;
  for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve));
  expect(sent).toBeLessThan(total / 2);
  goOn.resolve();
  expect(Number(await answer)).toBeGreaterThan(total / 2);
});

test("an answer that comes before the body was read arrives, and the connection is good for another request", async () => {
  for (const read of [0, 1]) {
    const { port } = await serve(async ({ body }) => {
      const reader = body?.getReader();
      for (let count = 0; count < read; count++) await reader?.read();
      if (read) void reader?.cancel();
      else reader?.releaseLock();
      return new Response("too large", { status: 413 });
    });
    const socket = connect(port, "127.0.0.1");
    const size = 8 * 2 ** 20;
    socket.write(`POST / HTTP/1.1\r\nhost: x\r\ncontent-length: ${size}\r\n\r\n`);
    socket.write(Buffer.alloc(size));
    socket.write("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
    expect((await text(socket)).match(/HTTP\/1.1 413/g)).toHaveLength(2);
  }
});

test("who leaves is told to the request, and an answer that was given is no leaving", async () => {
  const left = deferred<string>();
  const arrived = deferred();
  const signals: AbortSignal[] = [];
  const { port, url } = await serve(({ signal, url }) => {
    signals.push(signal);
    if (url.endsWith("/quick")) return new Response("quick");
    signal.addEventListener("abort", () => left.resolve("left"));
    arrived.resolve();
    return new Promise(() => {});
  });
  await (await fetch(`${url}/quick`)).text();
  const socket = connect(port, "127.0.0.1");
  socket.write("GET /slow HTTP/1.1\r\nhost: x\r\n\r\n");
  await arrived.promise;
  socket.destroy();
  expect(await left.promise).toBe("left");
  expect(signals.map(({ aborted }) => aborted)).toEqual([false, true]);
});

test("a body that breaks off is an error for whoever reads it", async () => {
  const outcome = deferred<unknown>();
  const { port } = await serve(async (request) => {
    await request.text().then(outcome.resolve, () => outcome.resolve("broken"));
    return new Response();
  });
  const socket = connect(port, "127.0.0.1");
  socket.write("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{", () => socket.destroy());
  expect(await outcome.promise).toBe("broken");
});

test("a long answer is sent no faster than it is taken, whole, and left where nobody takes it", async () => {
  const left = deferred();
  let pulled = 0;
  const { port, url } = await serve(({ url }) => {
    const most = url.endsWith("/endless") ? Number.POSITIVE_INFINITY : 100;
    const body = new ReadableStream({
      pull(controller) {
        if (pulled++ >= most) controller.close();
        else controller.enqueue(new Uint8Array(2 ** 16));
      },
      cancel: () => left.resolve(),
    });
    return new Response(body);
  });
  expect((await (await fetch(url)).arrayBuffer()).byteLength).toBe(100 * 2 ** 16);
  const asking = httpRequest({ port, path: "/endless" }).end();
  asking.on("error", () => {});
  const response = await new Promise<import("node:http").IncomingMessage>((resolve) =>
    asking.on("response", resolve),
  );
  response.pause();
  for (let turn = 0; turn < 300; turn++) await new Promise((resolve) => setImmediate(resolve));
  const before = pulled;
  for (let turn = 0; turn < 300; turn++) await new Promise((resolve) => setImmediate(resolve));
  expect(pulled - before).toBeLessThan(10);
  response.on("error", () => {});
  response.destroy();
  await left.promise;
});

test("an answer that breaks in its middle is not taken for a whole one", async () => {
  const { url } = await serve(() => {
    let pulls = 0;
    return new Response(
      new ReadableStream({
        pull(controller) {
          if (pulls++) throw new Error("broken");
          controller.enqueue(new Uint8Array(10));
        },
      }),
    );
  });
  await expect(fetch(url).then((response) => response.text())).rejects.toThrow();
});

test("a body that a parser has read before is known as read, in pages with what to do", async () => {
  const parsed =
    (handler: NodeHandler): RequestListener =>
    async (request, response) => {
      await buffer(request);
      await handler(request, response);
    };
  const used: boolean[] = [];
  const answer: Answer = ({ bodyUsed }) => {
    used.push(bodyUsed);
    return new Response();
  };
  const { url } = await serve(answer, parsed);
  await fetch(url, { method: "POST", body: "x" });
  // A call without a body has been read to its end as well, and nothing is missing.
  await fetch(url, { method: "POST" });
  expect(used).toEqual([true, false]);
  const pages = await serve(answer, () => parsed(toPagesHandler(async (request) => answer(request))));
  const refused = await fetch(pages.url, { method: "POST", body: "x" });
  expect([refused.status, await refused.text()]).toEqual([503, expect.stringContaining("bodyParser: false")]);
  expect((await fetch(pages.url, { method: "POST" })).status).toBe(200);
});
