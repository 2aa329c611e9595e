import { expect, test } from "vitest";
import { reachOf } from "./addresses.js";

// What is refused stands in the table of `ssrf.test.ts`; this is what must not be refused with it.
test.each([
  "1.1.1.1",
  "8.8.8.8",
  "11.0.0.0",
  "100.63.255.255",
  "100.128.0.0",
  "126.255.255.255",
  "128.0.0.1",
  "169.253.255.255",
  "169.255.0.1",
  "172.15.255.255",
  "172.32.0.0",
  "192.167.255.255",
  "192.169.0.0",
  "198.17.255.255",
  "198.20.0.0",
  "223.255.255.255",
  "::ffff:8.8.8.8",
  "2001:4860:4860::8888",
  "2001:200::1",
  "2400:cb00::1",
  "2606:4700:4700::1111",
  "2a00:1450:4001::200e",
])("%s is public", (address) => {
  expect(reachOf(address)).toBe("public");
});

test.each(["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"])("%s is loopback", (address) => {
  expect(reachOf(address)).toBe("loopback");
});

test.each(["", "localhost", "127.1", "0x7f000001", "1.1.1.1:80", "[::1]", "::1%lo", "2606:4700::1%eth0"])(
  "%j, which is no address of the internet, is refused",
  (text) => {
    expect(reachOf(text)).toBe("refused");
  },
);
