import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { createClient, type ModelApiError } from "@model-api/client";
import { expect, test } from "vitest";
import type { Scene } from "./contract.js";
import { answering } from "./tap.js";

const MODEL = "/v1/models/openai/gpt-image-2/text-to-image";
const INPUT = JSON.stringify({ prompt: "x" });
const ALICE = { authorization: "Bearer alice" };
const JSON_TYPE = { "content-type": "application/json" };

interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** What somebody may try who has the page's address, or an account of the application. */
export function proxyAttacks(scene: () => Scene, hostName: string): void {
  /** Calls below the mount as a browser does. No answer may hold the token. */
  async function ask(method: string, path: string, init: RequestInit = {}): Promise<Answered> {
    const { host, upstream } = scene();
    const response = await fetch(host.baseUrl + path, {
      method,
      redirect: "manual",
      duplex: "half",
      ...init,
      headers: { ...ALICE, ...(init.headers as Record<string, string>) },
    } as RequestInit);
    const answered = { status: response.status, headers: response.headers, text: await response.text() };
    expect(answered.text + JSON.stringify([...response.headers])).not.toContain(upstream.token);
    return answered;
  }
  const submit = (headers: Record<string, string> = {}, query = "") =>
    ask("POST", MODEL + query, { headers: { ...JSON_TYPE, ...headers }, body: INPUT });
  async function submitted(): Promise<string> {
    const { status, text } = await submit();
    expect(status).toBe(200);
    return JSON.parse(text).request_id;
  }
  /** The calls that come through while something is tried. */
  async function through(attempt: () => Promise<unknown>) {
    const { tap } = scene().upstream;
    tap.forget();
    await attempt();
    return tap.calls;
  }

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

  test("ids of others, forged ids and the API's own ids are not there, and the API is not asked", async () => {
    const id = await submitted();
    const own = id.slice(0, -22);
    const calls = await through(async () => {
      for (const [user, tried] of [
        ["mallory", id],
        ["alice", own],
        ["alice", `${own}${"A".repeat(22)}`],
        ["alice", `${id}A`],
        ["alice", id.slice(0, -1)],
        ["alice", `x${id}`],
        ["", id],
      ]) {
        for (const [method, name] of [
          ["GET", "status"],
          ["GET", "result"],
          ["POST", "cancel"],
        ] as const) {
          const headers = { authorization: `Bearer ${user}` };
          const { status } = await ask(method, `/v1/requests/${tried}/${name}`, { headers });
          expect(status).toBe(user ? 404 : 401);
        }
      }
    });
    expect(calls).toEqual([]);
    expect((await ask("GET", `/v1/requests/${id}/status`)).status).toBe(200);
  });

  test("who is not signed in gets nothing, wherever it tries", async () => {
    const headers = { authorization: "" };
    const calls = await through(async () => {
      for (const [method, path] of [
        ["POST", MODEL],
        ["GET", "/v1/models"],
        ["POST", "/v1/files"],
      ] as const) {
        const body = method === "POST" ? { body: INPUT } : {};
        const { status, text } = await ask(method, path, { headers: { ...headers, ...JSON_TYPE }, ...body });
        expect([status, JSON.parse(text).error_code]).toEqual([401, 400004]);
      }
    });
    expect(calls).toEqual([]);
  });

  test("a model that is not on the list is not there", async () => {
    const calls = await through(async () => {
      for (const model of [
        "wan-ai/wan-2.7/image-to-video",
        "openai/gpt-image-20/x",
        "OpenAI/gpt-image-2/edit",
      ]) {
        const init = { headers: JSON_TYPE, body: INPUT };
        expect((await ask("POST", `/v1/models/${model}`, init)).status).toBe(404);
      }
    });
    expect(calls).toEqual([]);
  });

  test("a form, a text and what is no JSON are no submits", async () => {
    const calls = await through(async () => {
      for (const init of [
        { body: new URLSearchParams({ prompt: "x" }) },
        { body: INPUT, headers: { "content-type": "text/plain" } },
        { body: `${INPUT}}`, headers: JSON_TYPE },
        { body: "[]", headers: JSON_TYPE },
      ])
        expect((await ask("POST", MODEL, init)).status).toBe(400);
    });
    expect(calls).toEqual([]);
  });

  test("a body that is too large, or says that it is, or has no end, is refused before it is passed on", async () => {
    const { host } = scene();
    const { hostname, port, pathname } = new URL(host.baseUrl);
    const head = `POST ${pathname}${MODEL} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer alice\r\ncontent-type: application/json\r\n`;
    const calls = await through(async () => {
      const announced = connect(Number(port), hostname);
      announced.write(`${head}content-length: 99999999999\r\n\r\n{`);
      expect(await firstLine(announced)).toContain(" 413 ");

      const endless = connect(Number(port), hostname);
      endless.write(`${head}transfer-encoding: chunked\r\n\r\n`);
      const chunk = `${(2 ** 20).toString(16)}\r\n${" ".repeat(2 ** 20)}\r\n`;
      const more = () => {
        while (!endless.destroyed && endless.write(chunk));
      };
      endless.on("drain", more);
      more();
      // Who is still sending when the connection is closed may lose the answer; what counts is that it ends, and that nothing was passed on.
      expect(await firstLine(endless)).toMatch(/ 413 |closed without an answer/);
    });
    expect(calls).toEqual([]);
  });

  test("a page of another origin may neither call nor ask whether it may", async () => {
    const calls = await through(async () => {
      for (const page of [
        { origin: "https://evil.example" },
        { origin: "null" },
        { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
      ]) {
        const preflight = { ...page, "access-control-request-method": "POST", authorization: "" };
        for (const answer of [await submit(page), await ask("OPTIONS", MODEL, { headers: preflight })]) {
          expect(answer.status).toBe(403);
          expect([...answer.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
        }
      }
    });
    expect(calls).toEqual([]);
  });

  test("a redirect of the API is not followed, and a submit that got one may have arrived", async () => {
    const { tap } = scene().upstream;
    for (const location of [`${tap.url}/v1/keys`, "https://evil.example/"]) {
      const calls = await through(async () => {
        tap.play(answering(307, "", { location }));
        const { status, headers } = await submit();
        expect([status, headers.get("location"), headers.get("retry-after")]).toEqual([502, null, null]);
      });
      expect(calls).toHaveLength(1);
    }
  });

  test("a page of something else is not shown, and a submit that got one may have arrived", async () => {
    const { tap } = scene().upstream;
    tap.play(answering(200, "<script>alert(1)</script>", { "content-type": "text/html" }));
    const { status, headers, text } = await submit();
    expect([status, headers.get("content-type")]).toEqual([502, "application/json"]);
    expect(text).not.toContain("script");
  });

  test("a token that the API reflects is cut out, and its headers are not passed back", async () => {
    const { tap, token } = scene().upstream;
    const body = { error_code: 422, error_message: `bad ${token}`, detail: [{ [token]: [token] }] };
    tap.play(answering(422, JSON.stringify(body), { "set-cookie": `t=${token}`, "x-debug": token }));
    const { status, headers, text } = await submit();
    expect([status, JSON.parse(text).error_message]).toEqual([422, "bad [token]"]);
    for (const name of ["set-cookie", "x-debug"]) expect(headers.get(name)).toBeNull();
  });

  test("a refusal of the application's own token blames no caller, and is not tried again", async () => {
    const { host, upstream } = scene();
    for (const [status, code] of [
      [401, 400004],
      [402, 400002],
      [200, 400002],
    ] as const) {
      const calls = await through(async () => {
        upstream.tap.play(answering(status, JSON.stringify({ error_code: code, error_message: "no" })));
        const client = createClient({ baseUrl: host.baseUrl, token: "alice" });
        const error: ModelApiError = await client
          .submit("openai/gpt-image-2/text-to-image", { prompt: "x" })
          .then(
            () => expect.unreachable("it was submitted"),
            (thrown) => thrown,
          );
        expect([error.code, error.status, error.retryable]).toEqual(["server", 424, false]);
        expect(error.message).toContain("not the caller's fault");
      });
      expect(calls).toHaveLength(1);
    }
  });

  test("answers are nobody's to keep, and say so", async () => {
    const id = await submitted();
    for (const path of [`/v1/requests/${id}/status`, "/v1/models", "/v1/nothing"]) {
      const { headers } = await ask("GET", path);
      expect(headers.get("cache-control"), `${hostName} ${path}`).toContain("no-store");
    }
  });
}

async function firstLine(socket: ReturnType<typeof connect>): Promise<string> {
  // It may be cut off as soon as it has the answer.
  socket.on("error", () => {});
  const line = await new Promise<string>((resolve) => {
    socket.once("data", (chunk) => resolve(`${chunk}`.split("\r\n")[0] ?? ""));
    socket.once("close", () => resolve("closed without an answer"));
  });
  socket.destroy();
  return line;
}
