import { createServer } from "node:net";
import { describe, expect, test } from "vitest";
import { manualClock } from "../../test-server/manual-clock.js";
import { answerJson, type Behaviour, breakOff, hangUpAfterwards, refuse } from "./testing/behaviours.js";
import { openAISuite, PROMPT } from "./testing/openai-suite.js";

const suite = openAISuite();

const error = (message: string, type: string, code: string | null = null, param: string | null = null) => ({
  message,
  type,
  code,
  param,
});
const LIMITED = error("Rate limit reached for gpt-image-2.", "requests", "rate_limit_exceeded");
const BROKE = error("You exceeded your current quota.", "insufficient_quota", "insufficient_quota");
const DOWN = error("The server had an error.", "server_error");
const BLOCKED = error(
  "Your request was rejected by the safety system.",
  "image_generation_user_error",
  "moderation_blocked",
);
const HARD_LIMIT = error(
  "Billing hard limit has been reached.",
  "invalid_request_error",
  "billing_hard_limit_reached",
);
const BAD_SIZE = error("Invalid size.", "invalid_request_error", "invalid_value", "size");
const BAD_QUALITY = error("Invalid value: 'max'.", "invalid_request_error", "invalid_value", "quality");
const HTML = "<html><body>Bad gateway</body></html>";

describe("a failure", () => {
  test.each<[string, Behaviour, object]>([
    [
      "moderation is the caller's, in OpenAI's words",
      refuse(400, BLOCKED),
      {
        fault: "input",
        code: "content_policy",
        message: expect.stringMatching(/no picture was made or charged.*rejected by the safety system/),
      },
    ],
    [
      "a value that the caller has chosen is the caller's",
      refuse(400, BAD_QUALITY),
      {
        fault: "input",
        code: "provider_rejected",
        message: expect.stringMatching(/charged.*Invalid value: 'max'/),
      },
    ],
    [
      "a value that the engine has made up is not",
      refuse(400, BAD_SIZE),
      { fault: "final", code: "provider_rejected", message: expect.stringMatching(/no fault of the input/) },
    ],
    [
      "a model that there is not is not",
      refuse(404, error("The model does not exist.", "invalid_request_error", "model_not_found", "model")),
      { fault: "final", code: "provider_rejected" },
    ],
    ["a redirect is not followed", refuse(302, HTML, { location: "/v1/elsewhere" }), { fault: "final" }],
    ["too many calls are tried again", refuse(429, LIMITED), { fault: "transient", retryAfterMs: undefined }],
    [
      "too many calls wait as told, in milliseconds",
      refuse(429, LIMITED, { "retry-after-ms": "1234", "retry-after": "9" }),
      { fault: "transient", retryAfterMs: 1234 },
    ],
    [
      "too many calls wait as told, in seconds",
      refuse(429, LIMITED, { "retry-after": "20" }),
      { fault: "transient", retryAfterMs: 20_000 },
    ],
    [
      "too many calls wait as told, until a date",
      refuse(429, LIMITED, { "retry-after": new Date(1_700_000_030_000).toUTCString() }),
      { fault: "transient", retryAfterMs: 30_000 },
    ],
    ["no money is not tried again", refuse(429, BROKE), { fault: "final", code: "provider_quota" }],
    ["a hard limit is not tried again", refuse(400, HARD_LIMIT), { fault: "final", code: "provider_quota" }],
    ["402 is not tried again", refuse(402, HTML), { fault: "final", code: "provider_quota" }],
    [
      "403 is the key's",
      refuse(403, error("No access.", "invalid_request_error")),
      { fault: "final", code: "provider_auth" },
    ],
    ["an answered 500 is tried again", refuse(500, DOWN), { fault: "transient" }],
    [
      "an answered 503 is tried again",
      refuse(503, HTML, { "retry-after": "5" }),
      { fault: "transient", retryAfterMs: 5000 },
    ],
    ["502 of OpenAI's own is tried again", refuse(502, DOWN), { fault: "transient" }],
    [
      "502 of a gateway may have cost",
      refuse(502, HTML),
      { fault: "unknown", message: expect.stringMatching(/HTTP 502.*may have been made and charged/) },
    ],
    ["HTML that claims to be a success may have cost", refuse(200, HTML), { fault: "unknown" }],
    [
      "no answer but a success may have cost",
      (_, response) => void response.writeHead(204).end(),
      { fault: "unknown" },
    ],
    ["JSON that is cut short may have cost", answerJson('{"created":17'), { fault: "unknown" }],
    ["an answer without a picture may have cost", answerJson('{"data":[]}'), { fault: "unknown" }],
    [
      "an answer with something else may have cost",
      answerJson(JSON.stringify({ data: [{ b64_json: "bm8gcGljdHVyZQ==" }] })),
      {
        fault: "unknown",
        message: expect.stringMatching(/no picture in it.*may have been made and charged/),
      },
    ],
    [
      "a connection that ends within the answer may have cost",
      breakOff,
      { fault: "unknown", message: expect.stringMatching(/did not arrive in whole \(ECONNRESET\)/) },
    ],
    [
      "a connection that ends before the answer may have cost",
      hangUpAfterwards,
      { fault: "unknown", message: expect.stringMatching(/ECONNRESET.*may have been made and charged/) },
    ],
  ])("%s", async (_, behaviour, expected) => {
    suite.openai.behave(behaviour);
    const thrown = await suite.failureOf({ context: { clock: manualClock() } });
    expect(thrown).toMatchObject({ name: "EngineError", ...expected });
    expect(thrown.message).toMatch(/charged/);
    expect(thrown.message).not.toContain(PROMPT);
    // Who may have paid for nothing can ask OpenAI.
    expect(/client request id r-1-1\b/.test(thrown.message)).toBe(thrown.fault === "unknown");
    // Whatever it was, it is not for the engine to repeat.
    expect(suite.openai.begun).toBe(1);
  });

  test("of a connection that ends before the call is there in whole may have cost", async () => {
    suite.openai.hangUp();
    expect(await suite.failureOf()).toMatchObject({ fault: "unknown" });
    expect(suite.openai.begun).toBe(1);
  });

  test("of a connection that never was is free", async () => {
    const closed = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => closed.once("listening", resolve));
    const { port } = closed.address() as { port: number };
    await new Promise((resolve) => closed.close(resolve));
    expect(await suite.failureOf({ options: { baseUrl: `http://127.0.0.1:${port}/v1` } })).toMatchObject({
      fault: "transient",
      message: "OpenAI could not be reached (ECONNREFUSED), so nothing was made or charged.",
    });
    expect(await suite.failureOf({ options: { baseUrl: "http://openai.invalid/v1" } })).toMatchObject({
      fault: "transient",
    });
  });

  test("of a handshake is free", async () => {
    const baseUrl = suite.openai.url.replace("http:", "https:");
    expect(await suite.failureOf({ options: { baseUrl } })).toMatchObject({ fault: "transient" });
    expect(suite.openai.begun).toBe(0);
  });

  test("of a base URL that is none is free, and the server's", async () => {
    expect(await suite.failureOf({ options: { baseUrl: "not a url" } })).toMatchObject({
      fault: "final",
      message: expect.stringMatching(/nothing was made or charged.*OPENAI_BASE_URL/),
      cause: { message: expect.stringMatching(/invalid url/i) },
    });
  });
});
