import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import type { Scene } from "../contract.js";
import { attacker, INPUT, JSON_TYPE, MODEL } from "./attacker.js";

/** What a caller may try to get past the proxy beside the call that he is allowed: headers, queries, paths, methods. */
export function smuggling(scene: () => Scene): void {
  const { ask, submit, submitted, through } = attacker(scene);

  test("no header is smuggled through, in any of the ways to say one", async () => {
    const [call, ...more] = await through(() =>
      submit({
        cookie: "session=1",
        forwarded: "for=1.2.3.4",
        "model-api-simulate": "fail=1",
        "model-api-webhook": "https://evil.example/hook",
        "proxy-authorization": "Basic eDp5",
        "x-forwarded-for": "1.2.3.4",
        "x-http-method-override": "DELETE",
        "x-original-url": "/v1/keys",
        "x-rewrite-url": "/v1/keys",
      }),
    );
    expect(more).toEqual([]);
    const known = [
      ...[
        "accept",
        "accept-encoding",
        "accept-language",
        "authorization",
        "cache-control",
        "connection",
        "content-length",
      ],
      ...["content-type", "host", "pragma", "sec-fetch-mode", "user-agent", "transfer-encoding"],
    ];
    expect(Object.keys(call?.headers ?? {}).filter((name) => !known.includes(name))).toEqual([]);
    expect(call?.headers.authorization).toBe(`Bearer ${scene().upstream.token}`);
    expect(`${call?.headers["user-agent"]}`).toMatch(/^model-api-proxy\//);
  });

  test("no query is smuggled through", async () => {
    const id = await submitted();
    const calls = await through(async () => {
      await submit({}, "?webhook=https://evil.example&include_cost=true");
      await ask("GET", `/v1/requests/${id}/result?include_cost=true&token=x&include_cost=false`);
      await ask("GET", `/v1/requests/${id}/status?include_cost=true#x`);
    });
    expect(calls.map(({ url }) => url.replace(/requests\/[^/]+/, "requests/r"))).toEqual([
      MODEL,
      "/v1/requests/r/result?include_cost=true",
      "/v1/requests/r/status",
    ]);
  });

  test.each([
    "/v1/keys",
    "/v1/usage",
    "/v1/requests",
    "/v1/requests?limit=100",
    "/v1/requests/..%2f..%2fkeys/status",
    "/v1/requests/%2e%2e/keys/status",
    "/v1/models/openai/../../keys",
    "/v1/models/openai/%2e%2e/%2e%2e/keys",
    "/v1/models/openai%2f..%2f..%2fkeys",
    "/v1/models/openai/gpt-image-2%2ftext-to-image%3fx",
    "/v1/models/..%5c..%5ckeys/x",
    "/v1/models/..\\..\\keys",
    "/v1/models/openai;/gpt",
    "/v1/models/openai/x%0d%0aHost:%20evil",
    "/v1/models/openai/x%00",
    "/v1//models",
    "/v1/./keys",
    "//v1/keys",
    "/../../v1/keys",
    "/openapi.json",
    "/metrics",
    "/v1/files",
  ])("the path %s leads nowhere, whoever has written it", async (path) => {
    const { host } = scene();
    const { hostname, port, pathname } = new URL(host.baseUrl);
    const calls = await through(async () => {
      // As bytes: `fetch` would tidy it up.
      for (const target of [pathname + path, host.baseUrl + path]) {
        const socket = connect(Number(port), hostname);
        socket.write(
          `GET ${target} HTTP/1.1\r\nhost: ${hostname}:${port}\r\nauthorization: Bearer alice\r\nconnection: close\r\n\r\n`,
        );
        const said = await text(socket);
        // A framework may refuse it, or lead to where it would have been written properly.
        expect(said).toMatch(/^HTTP\/1\.1 (30[1278]|40[04]|426) /);
        expect(said).not.toContain(scene().upstream.token);
      }
    });
    expect(calls).toEqual([]);
  });

  test("other methods are not passed on, and no header makes one of another", async () => {
    const id = await submitted();
    const calls = await through(async () => {
      for (const method of ["PUT", "PATCH", "DELETE"]) {
        const { status } = await ask(method, MODEL, { body: INPUT, headers: JSON_TYPE });
        expect([404, 405]).toContain(status);
      }
      const headers = {
        "x-http-method-override": "POST",
        "x-http-method": "POST",
        "x-method-override": "POST",
      };
      const { status } = await ask("GET", `/v1/requests/${id}/cancel?_method=POST`, { headers });
      expect(status).toBe(404);
    });
    expect(calls).toEqual([]);
  });
}
