import { createHmac, randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { type ReceivedWebhook, verifyWebhook, WebhookError } from "./index.js";

const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const OTHER = `whsec_${randomBytes(24).toString("base64")}`;
const NOW = 1_700_000_000_000;
const EVENT = {
  type: "request.completed",
  timestamp: "2023-11-14T22:13:20.000Z",
  data: { request_id: "r1", status: "completed", output: { image: "https://x.example/ü.png" } },
};
const BODY = JSON.stringify(EVENT, null, 1);

function signature(secret: string, id: string, timestamp: string, body: string): string {
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
}

interface Parts {
  readonly id?: string;
  readonly at?: number;
  readonly secret?: string;
  readonly signed?: string;
}

/** Headers as the server sends them, over `signed`. */
function headersOf({ id = "evt_1", at = NOW, secret = SECRET, signed = BODY }: Parts = {}) {
  const timestamp = `${Math.floor(at / 1000)}`;
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": signature(secret, id, timestamp, signed),
  };
}

const verify = (
  received: Request | ReceivedWebhook,
  secrets: string | readonly string[] = SECRET,
  more = {},
) => verifyWebhook(received, secrets, { now: NOW, ...more });

/** The code that it is refused with. No refusal repeats the secret, or tells the right signature. */
async function refusal(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => expect.unreachable("it was believed"),
    (thrown) => thrown,
  );
  if (!WebhookError.isInstance(error)) throw error;
  for (const secret of [SECRET.slice(6), headersOf()["webhook-signature"].slice(3)])
    expect(`${error.message} ${error.stack}`).not.toContain(secret);
  return error.code;
}

test("a request is verified as it arrives, and its event is given with its id", async () => {
  const request = new Request("https://me.example/hook", {
    method: "POST",
    headers: headersOf(),
    body: BODY,
  });
  expect(await verify(request)).toEqual({ ...EVENT, id: "evt_1" });
});

test("headers in any of the forms that frameworks give them, and a body in any raw form, are verified alike", async () => {
  const capital = Object.fromEntries(
    Object.entries(headersOf()).map(([name, value]) => [name.toUpperCase(), value]),
  );
  const bytes = Buffer.from(`__${BODY}`).subarray(2);
  for (const headers of [headersOf(), capital, new Headers(headersOf())])
    for (const body of [BODY, bytes, new Uint8Array(bytes), new Uint8Array(bytes).buffer])
      expect((await verify({ headers, body })).data.request_id).toBe("r1");
});

test("the signature is that of the specification: a vector that was published is right, and only its body is unknown", async () => {
  const headers = {
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  };
  const options = { now: 1_614_265_330_000 };
  expect(await refusal(verify({ headers, body: '{"test": 2432232314}' }, SECRET, options))).toBe(
    "malformed_body",
  );
  expect(await refusal(verify({ headers, body: '{"test": 2432232315}' }, SECRET, options))).toBe(
    "wrong_signature",
  );
});

test("one right signature among several is enough, and signatures of other versions are passed over", async () => {
  const right = headersOf()["webhook-signature"];
  const wrong = headersOf({ secret: OTHER })["webhook-signature"];
  const withSignature = (value: string) =>
    verify({ headers: { ...headersOf(), "webhook-signature": value }, body: BODY });
  for (const value of [`${wrong} ${right}`, `${right} ${wrong}`, `v1a,xyz  ${right}`, `v2,x ${right} v1,`])
    expect((await withSignature(value)).id).toBe("evt_1");
  for (const value of [
    wrong,
    right.replace("v1", "v2"),
    right.slice(3),
    `${right}x`,
    right.slice(0, -1),
    "v1,",
    "v1",
  ])
    expect(await refusal(withSignature(value)), value).toBe("wrong_signature");
});

test("while a secret is replaced, either of two is believed, and no third", async () => {
  const received = { headers: headersOf({ secret: OTHER }), body: BODY };
  expect((await verify(received, [SECRET, OTHER])).id).toBe("evt_1");
  expect((await verify(received, [OTHER, SECRET])).id).toBe("evt_1");
  expect(await refusal(verify(received, [SECRET]))).toBe("wrong_signature");
});

test.each([
  ["another body", { body: BODY.replace("r1", "r2") }],
  ["a body of other spaces", { body: JSON.stringify(EVENT) }],
  ["an empty body", { body: "" }],
  ["another id", { headers: { ...headersOf(), "webhook-id": "evt_2" } }],
  ["another time", { headers: { ...headersOf(), "webhook-timestamp": `${NOW / 1000 - 1}` } }],
  ["parts that are cut elsewhere", { headers: headersOf({ id: "evt_1.1" }), body: BODY }],
] as const)("%s than what was signed is refused", async (what, change) => {
  const received = { headers: headersOf(), body: BODY, ...change };
  if (what === "parts that are cut elsewhere")
    received.headers = { ...received.headers, "webhook-id": "evt_1" };
  expect(await refusal(verify(received))).toBe("wrong_signature");
});

test("a webhook is believed up to the tolerance, to both sides, and no longer", async () => {
  const at = (seconds: number) => ({ headers: headersOf({ at: NOW + 1000 * seconds }), body: BODY });
  for (const seconds of [-300, 0, 300]) expect((await verify(at(seconds))).id).toBe("evt_1");
  expect(await refusal(verify(at(-301)))).toBe("too_old");
  expect(await refusal(verify(at(301)))).toBe("too_new");
  expect(await refusal(verify(at(-11), SECRET, { toleranceSeconds: 10 }))).toBe("too_old");
  // What is no number is no tolerance without an end.
  for (const more of [{ toleranceSeconds: Number.NaN }, { now: Number.NaN }])
    expect(await refusal(verify(at(0), SECRET, more))).toMatch(/^too_/);
});

test.each(["webhook-id", "webhook-timestamp", "webhook-signature"])(
  "%s has to be there, once",
  async (name) => {
    const { [name as "webhook-id"]: _, ...rest } = headersOf();
    expect(await refusal(verify({ headers: rest, body: BODY }))).toBe("missing_header");
    expect(await refusal(verify({ headers: { ...rest, [name]: "" }, body: BODY }))).toBe("missing_header");
    expect(await refusal(verify({ headers: { ...rest, [name]: ["a", "b"] }, body: BODY }))).toBe(
      "malformed_header",
    );
  },
);

test("a timestamp that is no whole number of seconds is malformed", async () => {
  for (const value of ["now", "1e9", "-1", "1700000000.5", "0x1", " 1", "9".repeat(13)]) {
    const headers = { ...headersOf(), "webhook-timestamp": value };
    expect(await refusal(verify({ headers, body: BODY })), value).toBe("malformed_header");
  }
});

test("a body that was parsed or read before cannot be verified, and it says so", async () => {
  for (const body of [EVENT, null, undefined, 1])
    expect(await refusal(verify({ headers: headersOf(), body: body as never }))).toBe("body_not_raw");
  const request = new Request("https://me.example/hook", {
    method: "POST",
    headers: headersOf(),
    body: BODY,
  });
  await request.text();
  expect(await refusal(verify(request))).toBe("body_not_raw");
});

test("an endless body is left where it is too large", async () => {
  let pulls = 0;
  const body = new ReadableStream({
    pull: (controller) => {
      pulls++;
      controller.enqueue(new Uint8Array(1000));
    },
  });
  const init = { method: "POST", headers: headersOf(), body, duplex: "half" };
  const request = new Request("https://me.example/hook", init as RequestInit);
  expect(await refusal(verify(request, SECRET, { maxBytes: 5000 }))).toBe("too_large");
  expect(pulls).toBeLessThan(20);
  const whole = { headers: headersOf(), body: "x".repeat(5001) };
  expect(await refusal(verify(whole, SECRET, { maxBytes: 5000 }))).toBe("too_large");
});

test("what is signed and is no event is refused", async () => {
  for (const body of [
    "",
    "{",
    "null",
    "[]",
    "{}",
    '{"type":"request.completed"}',
    '{"type":"x","data":{"request_id":"r"}}',
  ])
    expect(await refusal(verify({ headers: headersOf({ signed: body }), body })), body).toBe(
      "malformed_body",
    );
});

test("a secret that is none is the programmer's mistake, and is not repeated", async () => {
  for (const secrets of ["", "whsec_", "whsec_c2hvcnQ=", "whsec_!!!", [], null, 5]) {
    const promise = verify({ headers: headersOf(), body: BODY }, secrets as never);
    await expect(promise).rejects.toThrow(TypeError);
    await expect(promise).rejects.not.toThrow(/c2hvcnQ|!!!/);
  }
});
