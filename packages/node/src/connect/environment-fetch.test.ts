import { SubmissionUnknownError } from "@model-api/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createNodeClient } from "../create-node-client.js";
import { fakeApi } from "../testing/fake-api.js";
import { INPUT, MODEL, nodeClient } from "../testing/node-client.js";
import { startProxy } from "../testing/proxy.js";
import { PNG, rejection, serve, temporaryFolder } from "../testing/set-up.js";
import { noProxy } from "./environment-fetch.js";

// The variables are read once, so each test has a module of its own.
beforeEach(() => {
  vi.resetModules();
  for (const name of ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"])
    for (const spelling of [name, name.toLowerCase()]) vi.stubEnv(spelling, undefined);
});
afterEach(() => vi.unstubAllEnvs());

const freshClient = async (baseUrl: string) => {
  const { createNodeClient: create } = await import("../create-node-client.js");
  return create({ token: "t", baseUrl, retry: { maxRetries: 0 } });
};

test.each(["HTTP_PROXY", "http_proxy"])("calls and downloads go through the proxy of %s", async (name) => {
  const api = await fakeApi();
  const files = await serve((_, response) => response.end(PNG));
  const proxy = await startProxy(api.port);
  vi.stubEnv(name, proxy.url);
  const client = await freshClient("http://api.test/v1");
  const { output } = await client.run(MODEL, INPUT);
  expect(new Set(proxy.tunnels)).toEqual(new Set(["api.test:80"]));
  expect(api.charged).toHaveLength(1);

  const filesProxy = await startProxy(files.port);
  vi.stubEnv(name, filesProxy.url);
  vi.resetModules();
  const { download } = await import("../download/download.js");
  expect(output.image).toBeDefined();
  await download(
    { image: "http://files.test/x.png" },
    { dir: temporaryFolder(), baseUrl: "http://files.test" },
  );
  expect(filesProxy.tunnels).toEqual(["files.test:80"]);
});

test("https goes through HTTPS_PROXY, and not through HTTP_PROXY", async () => {
  const api = await fakeApi();
  const secure = await startProxy(api.port);
  const plain = await startProxy(api.port);
  vi.stubEnv("HTTPS_PROXY", secure.url);
  vi.stubEnv("HTTP_PROXY", plain.url);
  // Behind the way there is no TLS, so the call fails: what counts is which way it took.
  await rejection((await freshClient("https://api.test")).models.categories());
  expect([secure.tunnels, plain.tunnels]).toEqual([["api.test:443"], []]);
});

test("NO_PROXY and this machine are asked for directly", async () => {
  const api = await fakeApi();
  const proxy = await startProxy(api.port);
  vi.stubEnv("HTTP_PROXY", proxy.url);
  await (await freshClient(api.url)).run(MODEL, INPUT);
  await (await freshClient(`http://localhost:${api.port}`)).run(MODEL, INPUT);
  vi.stubEnv("NO_PROXY", "other.test, .internal.test");
  vi.resetModules();
  // There is no such host: without a proxy, nobody finds it.
  expect((await rejection((await freshClient("http://a.internal.test")).models.categories())).code).toBe(
    "connection",
  );
  expect(proxy.tunnels).toEqual([]);
});

test.each([
  [{}, "localhost,127.0.0.1,[::1]"],
  [{ NO_PROXY: "a.test, b.test" }, "a.test,b.test,localhost,127.0.0.1,[::1]"],
  [{ NO_PROXY: "a.test", no_proxy: "c.test" }, "c.test,localhost,127.0.0.1,[::1]"],
  [{ NO_PROXY: "a.test,*" }, "*"],
])("%j means no proxy for %s", (env, expected) => {
  expect(noProxy(env)).toBe(expected);
});

test("a submit that a proxy refuses has certainly not arrived", async () => {
  const api = await fakeApi();
  const proxy = await startProxy(api.port, 407);
  vi.stubEnv("HTTP_PROXY", proxy.url);
  const error = await rejection((await freshClient("http://api.test")).submit(MODEL, INPUT));
  expect(error).toMatchObject({ code: "connection", message: expect.stringMatching(/PROXY_REFUSED_407/) });
  expect(SubmissionUnknownError.isInstance(error)).toBe(false);
});

test("a submit whose proxy is down has certainly not arrived", async () => {
  vi.stubEnv("HTTP_PROXY", "http://127.0.0.1:9");
  expect((await rejection((await freshClient("http://api.test")).submit(MODEL, INPUT))).code).toBe(
    "connection",
  );
});

test("a proxy's URL that is none is an error that names the variable, and not the password in it", async () => {
  vi.stubEnv("HTTPS_PROXY", "proxy:secret-password@host");
  const client = await freshClient("https://api.test");
  const error = await rejection(client.submit(MODEL, INPUT));
  expect(error.message).toMatch(/HTTPS_PROXY is not a URL like .*Nothing was sent/);
  expect(`${error.message} ${error.stack}`).not.toContain("secret-password");
});

test("a connection is kept and used again", async () => {
  const ports = new Set<number | undefined>();
  const server = await serve((request, response) => {
    ports.add(request.socket.remotePort);
    response.setHeader("content-type", "application/json").end('{"categories": []}');
  });
  const client = createNodeClient({ token: "t", baseUrl: server.url });
  for (let call = 0; call < 20; call++) await client.models.categories();
  expect(server.seen).toHaveLength(20);
  // One, and another where a call begins before the end of the one before it has been seen.
  expect(ports.size).toBeLessThanOrEqual(2);
});

test("a fetch of the caller's is used instead", async () => {
  const api = await fakeApi();
  const urls: string[] = [];
  const client = nodeClient(api, {
    fetch: (url, init) => {
      urls.push(url);
      return fetch(url, init);
    },
  });
  await client.models.categories();
  expect(urls).toEqual([`${api.url}/v1/models/categories`]);
});
