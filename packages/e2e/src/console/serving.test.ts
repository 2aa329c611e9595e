import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { cleanUp, serve, temporaryFolder } from "../harness.js";

afterEach(cleanUp);

test("a first look at the console loads less than 120 kB, compressed, in any language", async () => {
  const { url } = await serve(temporaryFolder());
  const get = async (path: string) => {
    const answer = await fetch(url + path, { headers: { "accept-encoding": "gzip" } });
    expect(answer.headers.get("content-encoding") ?? "identity", path).toMatch(/gzip|identity/);
    return answer.text();
  };
  const page = await get("/");
  const first = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((match) => String(match[1]));
  expect(first.length).toBeGreaterThan(2);
  const codes = await Promise.all(first.map(get));
  const languages = [...codes.join("").matchAll(/\/(?:en|ru|zh)-[\w-]+\.js/g)].map(
    ([path]) => `/assets${path}`,
  );
  expect(new Set(languages).size).toBe(3);
  const sizeOf = (text: string) => gzipSync(text, { level: 9 }).length;
  const words = await Promise.all([...new Set(languages)].map(async (path) => sizeOf(await get(path))));
  const total = codes.reduce((sum, code) => sum + sizeOf(code), sizeOf(page) + Math.max(...words));
  expect(total).toBeLessThan(120_000);
});

test("over a socket the files are compressed for who asks, and the API stays the API", async () => {
  const served = await serve(temporaryFolder());
  const page = await fetch(served.url);
  expect(page.headers.get("content-security-policy")).toContain("script-src 'self'");
  const script = /src="(\/assets\/[^"]+)"/.exec(await page.text())?.[1];
  const { request } = await import("node:http");
  const raw = await new Promise<{ encoding: unknown; bytes: Buffer }>((resolve, reject) => {
    request(served.url + script, { headers: { "accept-encoding": "gzip" } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("end", () =>
        resolve({ encoding: answer.headers["content-encoding"], bytes: Buffer.concat(chunks) }),
      );
    })
      .on("error", reject)
      .end();
  });
  expect(raw.encoding).toBe("gzip");
  expect(gunzipSync(raw.bytes).length).toBeGreaterThan(raw.bytes.length);
  expect((await fetch(`${served.url}/v1/models`, { headers: { accept: "text/html" } })).status).toBe(401);
});

test("--no-console leaves it out, and with it the handing over of a key", async () => {
  const served = await serve(temporaryFolder(), { flags: ["--no-console"] });
  expect((await fetch(served.url, { headers: { accept: "text/html" } })).status).toBe(404);
  const headers = {
    origin: served.url,
    "sec-fetch-site": "same-origin",
    "model-api-console": "1",
  };
  expect((await fetch(`${served.url}/console/key`, { method: "POST", headers })).status).toBe(404);
});

test("a server that is started again hands over a key of its own, the same to every page, and prints none", async () => {
  const data = temporaryFolder();
  const first = await serve(data);
  await first.kill("SIGTERM");
  const { url, token, kill, exit } = await serve(data);
  expect(token).toBeNull();
  const ask = async () => {
    const { request } = await import("node:http");
    // `fetch` of Node does not let a program say these headers.
    return new Promise<{ token: string }>((resolve, reject) => {
      request(
        `${url}/console/key`,
        {
          method: "POST",
          headers: { origin: url, "sec-fetch-site": "same-origin", "model-api-console": "1" },
        },
        (answer) => {
          let text = "";
          answer.on("data", (chunk) => {
            text += chunk;
          });
          answer.on("end", () => resolve(JSON.parse(text)));
        },
      )
        .on("error", reject)
        .end();
    });
  };
  const handed = (await ask()).token;
  expect((await ask()).token).toBe(handed);
  const keys = await fetch(`${url}/v1/keys`, { headers: { authorization: `Bearer ${handed}` } });
  const { keys: listed } = (await keys.json()) as { keys: { name: string; expires_at?: string }[] };
  expect(listed.map(({ name, expires_at }) => [name, expires_at !== undefined])).toEqual([
    ["first", false],
    ["console", true],
  ]);
  await kill("SIGTERM");
  expect((await exit).stderr).not.toContain(handed);
});
