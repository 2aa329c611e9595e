import { expect, test } from "vitest";
import { trustHosts } from "./trusted-hosts.js";

const SERVER = "http://127.0.0.1:8787/v1";
const isTrusted = trustHosts(["cdn.example", ".files.example:8443", "bücher.example"], SERVER);

test.each([
  "https://runcomfy.net/x.png",
  "https://a.runcomfy.net/x.png",
  "https://a.b.runcomfy.com/x.png",
  "https://RUNCOMFY.NET/x.png",
  "https://a.runcomfy.net:443/x.png",
  // The parser that connects makes a slash of it, so the host is the vendor's.
  "https://a.runcomfy.net\\@evil.example/x.png",
  "https://a.runcomfy.net/https://evil.example/x.png",
  "http://127.0.0.1:8787/x.png",
  // The same address, as the parser reads it.
  "http://0x7f.1:8787/x.png",
  "https://cdn.example/x.png",
  "https://a.cdn.example/x.png",
  "https://files.example:8443/x.png",
  "https://xn--bcher-kva.example/x.png",
])("%s is asked", (url) => {
  expect(isTrusted(new URL(url))).toBe(true);
});

test.each([
  "http://a.runcomfy.net/x.png",
  "https://a.runcomfy.net:8443/x.png",
  "https://evilruncomfy.net/x.png",
  "https://runcomfy.net.evil.example/x.png",
  "https://runcomfy.net@evil.example/x.png",
  "https://a.runcomfy.net:pass@evil.example/x.png",
  "https://user@a.runcomfy.net/x.png",
  "https://evil.example/.runcomfy.net",
  "https://evil.example#.runcomfy.net",
  "https://evil.example?.runcomfy.net",
  "https:\\\\evil.example\\.runcomfy.net",
  "https://evil.example\\.runcomfy.net/x.png",
  "https://a.runcomfy.net./x.png",
  "https://runcomfy.nеt/x.png",
  "https://runcomfy。net.evil.example/x.png",
  "https://[::1]/x.png",
  "https://127.0.0.1/x.png",
  "http://127.0.0.1:8788/x.png",
  "http://localhost:8787/x.png",
  "https://127.0.0.1:8787/x.png",
  "http://169.254.169.254/latest/meta-data",
  "https://notcdn.example/x.png",
  "https://files.example/x.png",
  "ftp://a.runcomfy.net/x.png",
  "file:///etc/passwd",
  "data:image/png;base64,AA==",
  "blob:https://a.runcomfy.net/x",
])("%s is not asked", (url) => {
  expect(isTrusted(new URL(url))).toBe(false);
});

test.each([
  "",
  ".",
  "*",
  "*.example.com",
  "com",
  "localhost",
  "https://example.com",
  "example.com/",
  "user@example.com",
  "127.0.0.1",
  "0x7f.1",
  "[::1]",
  "example.com.",
  "example.com:x",
])("%j is no host that can be named", (host) => {
  expect(() => trustHosts([host], undefined)).toThrow(/hosts: ".*" is not like/);
});

test("without a server in use, only the vendor is asked", () => {
  expect(trustHosts([], undefined)(new URL("http://127.0.0.1:8787/x.png"))).toBe(false);
});
