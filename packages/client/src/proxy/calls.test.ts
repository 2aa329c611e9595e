import { expect, test } from "vitest";
import { readCall } from "./calls.js";

const MOUNT = "/api/model-api";
const read = (method: string, path: string, mount?: string) => readCall(method, MOUNT + path, mount);

test.each([
  ["POST", "/v1/models/openai/gpt-image-2/edit", { name: "submit", model: "openai/gpt-image-2/edit" }],
  ["GET", "/v1/models/openai/gpt-image-2/edit", { name: "get model", model: "openai/gpt-image-2/edit" }],
  ["GET", "/v1/models", { name: "list models" }],
  ["GET", "/v1/models/categories", { name: "list categories" }],
  ["GET", "/v1/requests/r-1_A/status", { name: "status", ticket: "r-1_A" }],
  ["GET", "/v1/requests/r1/result", { name: "result", ticket: "r1" }],
  ["POST", "/v1/requests/r1/cancel", { name: "cancel", ticket: "r1" }],
  ["GET", "/v1/requests/r1/input", { name: "input", ticket: "r1" }],
  ["DELETE", "/v1/requests/r1", { name: "delete", ticket: "r1" }],
  ["POST", "/v1/files", { name: "upload" }],
])("%s %s is a call of the contract, wherever the proxy is mounted", (method, path, call) => {
  expect(read(method, path)).toEqual({ mount: MOUNT, call });
  expect(read(method, path, MOUNT)).toEqual({ mount: MOUNT, call });
  expect(readCall(method, path)).toEqual({ mount: "", call });
  expect(readCall(method, path, "")).toEqual({ mount: "", call });
  expect(readCall(method, `/v1${path}`)).toEqual({ mount: "/v1", call });
});

test("a model's id may hold what else begins a call", () => {
  const model = "v1/models/v1/files";
  expect(read("POST", `/v1/models/${model}`)).toEqual({ mount: MOUNT, call: { name: "submit", model } });
});

const REFUSED: [string, string][] = [
  ["GET", "/v1/requests"],
  ["GET", "/v1/requests/"],
  ["GET", "/v1/requests/r1"],
  ["GET", "/v1/requests/r1/status/"],
  ["GET", "/v1/requests/r1/status/x"],
  ["GET", "/v1/requests/r1/output"],
  ["GET", `/v1/requests/${"x".repeat(129)}/status`],
  ["GET", "/v1/requests/r.1/status"],
  ["GET", "/v1/requests/r%31/status"],
  ["GET", "/v1/requests/r1%2Fstatus"],
  ["GET", "/v1/requests/r1/status%3Fx"],
  ["GET", "/v1/requests//status"],
  ["POST", "/v1/requests/r1/status"],
  ["GET", "/v1/requests/r1/cancel"],
  ["POST", "/v1/requests/r1/input"],
  ["POST", "/v1/requests/r1"],
  ["DELETE", "/v1/requests"],
  ["DELETE", "/v1/requests/"],
  ["DELETE", "/v1/requests/r1/"],
  ["DELETE", "/v1/requests/r1/input"],
  ["DELETE", "/v1/requests/r1/delete"],
  ["DELETE", "/v1/requests/r1%2Finput"],
  ["GET", "/v1/requests/r1/delete"],
  ["DELETE", "/v1/models/a/b"],
  ["DELETE", "/v1/files"],
  ["GET", "/v1/files"],
  ["GET", "/v1/files/x.png"],
  ["POST", "/v1/files/"],
  ["POST", "/v1/models"],
  ["POST", "/v1/models/categories"],
  ["GET", "/v1/models/"],
  ["GET", "/v1/models/categories/"],
  ["POST", "/v1/models/one"],
  ["POST", "/v1/models/a/b/c/d/e/f"],
  ["POST", "/v1/models/a/b/"],
  ["POST", "/v1/models//a/b"],
  ["POST", "/v1/models/a//b"],
  ["POST", "/v1/models/a/../b"],
  ["POST", "/v1/models/a/.."],
  ["POST", "/v1/models/./a/b"],
  ["POST", "/v1/models/.../a"],
  ["POST", "/v1/models/a%2Fb"],
  ["POST", "/v1/models/a/%2e%2e/b"],
  ["POST", "/v1/models/a/%2E./b"],
  ["POST", "/v1/models/a\\b"],
  ["POST", "/v1/models/a/b\\..\\c"],
  ["POST", "/v1/models/a/b%00"],
  ["POST", "/v1/models/a/b%0d%0ax"],
  ["POST", "/v1/models/a/b;x"],
  ["POST", "/v1/models/a/b\n"],
  ["POST", `/v1/models/a/${"b".repeat(255)}`],
  ["GET", "/v1/keys"],
  ["POST", "/v1/keys"],
  ["DELETE", "/v1/keys/k1"],
  ["GET", "/v1/usage"],
  ["GET", "/openapi.json"],
  ["GET", "/metrics"],
  ["GET", "/files/x.png"],
  ["GET", "/v1/"],
  ["GET", ""],
  ["GET", "/V1/models"],
  ["GET", "/v2/models"],
  ["GET", "//v1/models"],
  ["GET", "/v1//models"],
  ["GET", "/v1%2Fmodels"],
];
test.each(REFUSED)("%s %s is no call that is passed on", (method, path) => {
  expect(read(method, path)).toBeUndefined();
  expect(read(method, path, MOUNT)).toBeUndefined();
});

test.each(["PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "CONNECT", "get", "post", ""])(
  "the method %s is not passed on, wherever it goes",
  (method) => {
    for (const path of ["/v1/models", "/v1/models/a/b", "/v1/requests/r1/cancel", "/v1/files"])
      expect(read(method, path)).toBeUndefined();
  },
);

test("where it was said where the proxy is, it is nowhere else", () => {
  for (const path of ["/v1/models", "/other/v1/models", `${MOUNT}x/v1/models`, `/x${MOUNT}/v1/models`])
    expect(readCall("GET", path, MOUNT)).toBeUndefined();
});
