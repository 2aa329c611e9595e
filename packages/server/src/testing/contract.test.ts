import { expect, test } from "vitest";
import { assertContract, contractProblems, type Exchange, operationOf } from "./contract.js";

const ORIGIN = "http://127.0.0.1:9";
const STATUS = { request_id: "req_1", status: "in_queue", queue_position: 0 };
const NOT_FOUND = { error_code: 404001, error_message: "no" };
const V1 = {
  "content-type": "application/json",
  "model-api-extensions": "wait, files",
  "access-control-expose-headers": "Model-Api-Extensions",
};

function exchange(
  call: string,
  status: number,
  body: unknown,
  headers: Record<string, string | undefined> = {},
): Exchange {
  const [method = "", path] = call.split(" ");
  const given = Object.entries({ ...V1, ...headers }).filter(
    (entry): entry is [string, string] => !!entry[1],
  );
  return {
    method,
    url: ORIGIN + path,
    status,
    headers: new Headers(given),
    text: typeof body === "string" ? body : JSON.stringify(body),
  };
}

const getStatus = "GET /v1/requests/req_1/status";

test.each([
  ["a status", exchange(getStatus, 200, STATUS)],
  ["a held status", exchange(getStatus, 200, STATUS, { "preference-applied": "wait=5" })],
  ["an error", exchange(getStatus, 404, NOT_FOUND)],
  ["a HEAD", exchange(`HEAD ${getStatus.slice(4)}`, 200, "")],
  ["a path that is not there", exchange("GET /v1/nothing", 404, NOT_FOUND)],
  [
    "a method that is not there",
    exchange("DELETE /v1/models", 405, { error_code: 405, error_message: "no" }, { allow: "GET, HEAD" }),
  ],
  [
    "too many requests",
    exchange(getStatus, 429, { error_code: 429, error_message: "no" }, { "retry-after": "1" }),
  ],
  [
    "a file",
    exchange("GET /files/a.png", 200, "\x89PNG", {
      "content-type": "image/png",
      "model-api-extensions": undefined,
    }),
  ],
])("%s as the contract has it passes", (_, answer) => {
  expect(contractProblems(answer)).toEqual([]);
});

test.each([
  ["a status that is not documented", exchange(getStatus, 201, STATUS), "status: 201 is not one of 200"],
  ["a failure", exchange(getStatus, 500, { error_code: 500, error_message: "no" }), "failure of the server"],
  ["another media type", exchange(getStatus, 200, STATUS, { "content-type": "text/html" }), "Content-Type"],
  [
    "no media type",
    exchange(getStatus, 200, STATUS, { "content-type": undefined }),
    "Content-Type: is missing",
  ],
  ["a body that is not JSON", exchange(getStatus, 200, "{"), "body: is not JSON"],
  [
    "a field that is missing",
    exchange(getStatus, 200, { status: "in_queue" }),
    "required property 'request_id'",
  ],
  [
    "a value that is not allowed",
    exchange(getStatus, 200, { ...STATUS, status: "done" }),
    "/status: must be equal",
  ],
  [
    "a field of another type",
    exchange(getStatus, 200, { ...STATUS, queue_position: "0" }),
    "/queue_position",
  ],
  [
    "a field that is not in the contract",
    exchange(getStatus, 200, { ...STATUS, eta: 1 }),
    "/eta: is not in the contract",
  ],
  ["a URL that is none", exchange(getStatus, 200, { ...STATUS, status_url: "/x" }), "/status_url"],
  ["an error under HTTP 200", exchange(getStatus, 200, NOT_FOUND), "/error_code: is not in the contract"],
  [
    "a code of another status",
    exchange(getStatus, 404, { ...NOT_FOUND, error_code: 400001 }),
    "/error_code: must be 404001",
  ],
  [
    "no names of extensions",
    exchange(getStatus, 200, STATUS, { "model-api-extensions": undefined }),
    "Model-Api-Extensions: is missing",
  ],
  [
    "names that are none",
    exchange(getStatus, 200, STATUS, { "model-api-extensions": "Wait;" }),
    "Model-Api-Extensions: must match",
  ],
  [
    "a preference of another shape",
    exchange(getStatus, 200, STATUS, { "preference-applied": "wait" }),
    "Preference-Applied: must match",
  ],
  [
    "an echo that nobody asked for",
    exchange(getStatus, 200, STATUS, { "idempotency-key": "k" }),
    "Idempotency-Key: is not documented",
  ],
  [
    "too many requests until whenever",
    exchange(getStatus, 429, { error_code: 429, error_message: "no" }),
    "Retry-After: is missing",
  ],
  [
    "a Retry-After that is no time",
    exchange(getStatus, 429, { error_code: 429, error_message: "no" }, { "retry-after": "soon" }),
    "Retry-After",
  ],
  [
    "a refused token without a scheme",
    exchange(getStatus, 401, { error_code: 400004, error_message: "no" }),
    "WWW-Authenticate: is missing",
  ],
  ["a HEAD with a body", exchange(`HEAD ${getStatus.slice(4)}`, 200, STATUS), "an answer to HEAD has none"],
  [
    "a path that is not there, and found",
    exchange("GET /v1/nothing", 200, STATUS),
    "status: 404 is expected",
  ],
  [
    "a method that is not there, and not found",
    exchange("DELETE /v1/models", 404, NOT_FOUND),
    "status: 405 is expected",
  ],
  [
    "a method that is not there, without the others",
    exchange("PUT /v1/models/a/b", 405, { error_code: 405, error_message: "no" }),
    'Allow: must be "GET, HEAD, POST"',
  ],
  [
    "a page for a path that is not there",
    exchange("GET /nothing", 404, "<html>", {
      "content-type": "text/html",
      "model-api-extensions": undefined,
    }),
    "must be application/json",
  ],
])("%s is a problem", (_, answer, problem) => {
  expect(contractProblems(answer).join("\n")).toContain(problem);
});

test("a problem says which operation, status and place it is about", () => {
  const answer = exchange(getStatus, 200, { ...STATUS, eta: 1 });
  expect(() => assertContract(answer)).toThrow(
    /GET http:\/\/127\.0\.0\.1:9\/v1\/requests\/req_1\/status \(getRequestStatus\) was answered 200.*\/eta: is not in the contract/s,
  );
});

test("a server that is made to fail still fails in the documented shape", () => {
  const failure = { error_code: 500, error_message: "no" };
  expect(contractProblems(exchange(getStatus, 500, failure), { mayFail: true })).toEqual([]);
  expect(contractProblems(exchange(getStatus, 500, { failed: true }), { mayFail: true })).not.toEqual([]);
});

test.each([
  ["GET", "/v1/models/openai/gpt-image-2/edit", "getModel"],
  ["POST", "/v1/models/openai%2Fgpt-image-2%2Fedit", "submitRequest"],
  ["GET", "/v1/models/categories", "listCategories"],
  ["GET", "/v1/%6Dodels", "listModels"],
  ["HEAD", "/outputs/req_1/a.png", "getOutput"],
  ["GET", "/v1/requests/a%2Fb/status", "getRequestStatus"],
  ["GET", "/v1/requests/a/b/status", undefined],
  ["POST", "/v1/models", undefined],
])("%s %s is %s", (method, path, id) => {
  expect(operationOf(method, ORIGIN + path)?.id).toBe(id);
});
