import { expect, test } from "vitest";
import { checkBaseUrl, checkNode, checkProxy } from "./machine.js";
import { checkClock } from "./server.js";

test.each([
  ["18.20.0", "bad"],
  ["20.18.9", "bad"],
  ["20.19.0", "good"],
  ["22.0.0", "good"],
])("Node.js %s is %s", (version, state) => {
  expect(checkNode(version).state).toBe(state);
});

test.each([
  ["https://api.example/v1", "good"],
  ["http://127.0.0.1:8787", "good"],
  ["http://localhost:8787", "good"],
  ["http://api.example", "warning"],
  ["https://me:secret@api.example", "bad"],
  ["api.example", "bad"],
])("base URL %s is %s, and no password is shown", (url, state) => {
  const found = checkBaseUrl(url);
  expect(found.state).toBe(state);
  expect(JSON.stringify(found)).not.toContain("secret");
});

test("a proxy is told without its password, and for the scheme in use", () => {
  const env = { HTTPS_PROXY: "http://me:secret@proxy.example:3128", NO_PROXY: "localhost" };
  expect(checkProxy("https://api.example", env)).toEqual({
    name: "Proxy",
    state: "good",
    detail: "http://proxy.example:3128, from HTTPS_PROXY, except for localhost",
  });
  expect(checkProxy("http://127.0.0.1", env).detail).toBe("none");
  expect(checkProxy("https://api.example", { https_proxy: "::" }).state).toBe("bad");
});

test("the clock may be a minute off", () => {
  const date = "Sun, 31 Jan 2027 12:00:00 GMT";
  const there = Date.parse(date);
  expect(checkClock(date, there + 59_000).state).toBe("good");
  expect(checkClock(date, there + 300_000)).toMatchObject({
    state: "warning",
    detail: "5 min ahead of the server's",
  });
  expect(checkClock(date, there - 300_000)).toMatchObject({ detail: "5 min behind the server's" });
  expect(checkClock(null, there).state).toBe("good");
});
