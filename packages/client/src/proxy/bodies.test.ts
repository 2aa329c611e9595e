import { expect, test } from "vitest";
import { json, openProxy } from "../testing/proxy-scene.js";
import { EDIT, INPUT, SUBMITTED } from "../testing/set-up.js";

const SUBMIT = `/v1/models/${EDIT}`;
const TYPE = { "content-type": "application/json" };
const UPLOADED = { json: { url: "https://models.example/files/x.png", media_type: "image/png", size: 3 } };

/** A body of so many bytes, or without an end, and how much of it has been taken. */
function stream(bytes: number, chunk = 1000) {
  const taken = { bytes: 0, isLeft: false };
  const body = new ReadableStream({
    pull(controller) {
      if (taken.bytes >= bytes) return controller.close();
      const length = Math.min(chunk, bytes - taken.bytes);
      controller.enqueue(new Uint8Array(length).fill(32));
      taken.bytes += length;
    },
    cancel() {
      taken.isLeft = true;
    },
  });
  return { body, taken };
}

test.each([
  ["no JSON", { headers: TYPE, body: "{" }],
  ["nothing", { headers: TYPE }],
  ["a list", json([])],
  ["a text", json("x")],
  ["null", json(null)],
  ["no UTF-8", { headers: TYPE, body: new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]) }],
  ["JSON under no type", { body: new Blob([JSON.stringify(INPUT)]) }],
  [
    "JSON as text, as a form of a foreign page sends it",
    { headers: { "content-type": "text/plain" }, body: JSON.stringify(INPUT) },
  ],
  [
    "JSON under a type that only begins so",
    { ...json(INPUT), headers: { "content-type": "application/jsonx" } },
  ],
  ["a form", { body: new URLSearchParams({ prompt: "x" }) }],
])("a submit whose body is %s is refused, and nothing is passed on", async (_, asked) => {
  const { service, ask } = await openProxy({ submit: [SUBMITTED] });
  const { status, body } = await ask("POST", SUBMIT, asked);
  expect([status, body.error_code]).toEqual([400, 422]);
  expect(service.calls).toEqual([]);
});

test("a submit may be as large as the limit, and not a byte larger", async () => {
  const body = JSON.stringify(INPUT);
  for (const [bodyBytes, expected] of [
    [body.length, 200],
    [body.length - 1, 413],
  ] as const) {
    const { service, ask } = await openProxy({ submit: [SUBMITTED] }, { limits: { bodyBytes } });
    const answer = await ask("POST", SUBMIT, { headers: TYPE, body });
    expect(answer.status).toBe(expected);
    expect(service.calls).toHaveLength(expected === 200 ? 1 : 0);
  }
});

test("an endless submit is left where it is too large, and one that says so is not begun", async () => {
  const { service, ask } = await openProxy({ submit: [SUBMITTED] }, { limits: { bodyBytes: 10_000 } });
  const endless = stream(Number.POSITIVE_INFINITY);
  const { status, body } = await ask("POST", SUBMIT, { headers: TYPE, body: endless.body });
  expect([status, body.error_code]).toEqual([413, 422]);
  expect(endless.taken.isLeft).toBe(true);
  expect(endless.taken.bytes).toBeLessThan(15_000);

  const announced = stream(Number.POSITIVE_INFINITY);
  const headers = { ...TYPE, "content-length": "10001" };
  expect((await ask("POST", SUBMIT, { headers, body: announced.body })).status).toBe(413);
  expect(announced.taken.bytes).toBeLessThanOrEqual(1000);
  expect(service.calls).toEqual([]);
});

test("a body that was read before is refused as nobody's to try again as it is, and it says what to do", async () => {
  const { service, proxy } = await openProxy({ submit: [SUBMITTED] });
  const request = new Request(`https://app.example${SUBMIT}`, { method: "POST", ...json(INPUT) });
  await request.text();
  const response = await proxy(request);
  expect([response.status, await response.text()]).toEqual([
    503,
    expect.stringContaining("mount the proxy before"),
  ]);
  expect(service.calls).toEqual([]);
});

test("an upload is streamed to the API under its own type, and the API's URL comes back", async () => {
  const { service, ask } = await openProxy({ "/v1/files": [UPLOADED] }, { uploads: true });
  const { body, taken } = stream(200_000);
  const answer = await ask("POST", "/v1/files?x=1", {
    headers: { "content-type": "image/png", "idempotency-key": "k", cookie: "a=1" },
    body,
  });
  expect([answer.status, answer.body]).toEqual([200, UPLOADED.json]);
  expect(taken.bytes).toBe(200_000);
  const [call] = service.calls;
  expect([call?.path, call?.bytes.length]).toEqual(["/v1/files", 200_000]);
  expect(call?.headers).toMatchObject({ "content-type": "image/png", "transfer-encoding": "chunked" });
  for (const name of ["idempotency-key", "cookie", "content-length"])
    expect(call?.headers[name]).toBeUndefined();
});

test("a type that is none is not passed on", async () => {
  const { service, ask } = await openProxy({ "/v1/files": [UPLOADED] }, { uploads: true });
  await ask("POST", "/v1/files", { headers: { "content-type": "image/png; x=y" }, body: "abc" });
  expect(service.calls[0]?.headers["content-type"]).toBe("application/octet-stream");
});

test("an upload that is too large is refused as soon as that is seen, though the API goes on waiting", async () => {
  const { service, ask, failures } = await openProxy(
    { "/v1/files": [UPLOADED] },
    { uploads: true, limits: { fileBytes: 100_000 } },
  );
  const endless = stream(Number.POSITIVE_INFINITY);
  const { status, body } = await ask("POST", "/v1/files", { body: endless.body });
  expect([status, body.error_code]).toEqual([413, 422]);
  expect(endless.taken.isLeft).toBe(true);
  // It never came to its end there.
  expect([service.calls.length, failures.length]).toEqual([0, 0]);
});

test("an answer to an upload without a URL is none", async () => {
  const { ask } = await openProxy({ "/v1/files": [{ json: {} }] }, { uploads: true });
  expect((await ask("POST", "/v1/files", { body: "x" })).status).toBe(502);
});
