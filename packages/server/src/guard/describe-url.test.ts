import { expect, test } from "vitest";
import { describeUrl } from "./describe-url.js";

test.each([
  ["https://files.example/pictures/a.png", "https://files.example/pictures/a.png"],
  ["https://files.example:8443/a.png#part", "https://files.example:8443/a.png"],
  ["https://user:password@files.example/a.png", "https://files.example/a.png"],
  ["https://files.example/a.png?X-Amz-Signature=secret", "https://files.example/a.png?…"],
  ["http://127.0.0.1:3000/files/0123456789abcdefghij_-secret.png", "http://127.0.0.1:3000/files/01234567…"],
  ["https://hooks.example/T000/B000/abcdefghijklmnopqrstuvwx", "https://hooks.example/T000/B000/abcdefgh…"],
  ["https://files.example/a\nb", "https://files.example/ab"],
  ["ftp://user:password@files.example/a.png", "ftp://files.example/a.png"],
  ["file:///etc/passwd", "file:///etc/passwd"],
  ["data:image/png;base64,iVBORw0KGgo=", "data:image/png…"],
  ["DATA:,secret", "DATA:…"],
  ["data:secret,secret", "data:secret…"],
  ["javascript:secret()", "javascript:…"],
  ["photos/a.png", '"photos/a.png"'],
  ["photos/a.png?token=secret", '"…"'],
  ["https://user:pass?word@files.example:bad", '"https:…"'],
  ["//files.example/a.png", '"//files.example/a.png"'],
])("%j is told as %s", (url, told) => {
  expect(describeUrl(url)).toBe(told);
});

test("a long URL is cut", () => {
  expect(describeUrl(`https://files.example/${"a/".repeat(500)}`).length).toBeLessThan(130);
});
