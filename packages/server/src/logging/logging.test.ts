import { expect, test } from "vitest";
import type { Logger } from "../logger.js";
import { EDIT, INPUT, manualEngine } from "../testing/engines.js";
import { serverSuite, until } from "../testing/servers.js";
import { redact } from "./redact.js";
import { safeLogger } from "./safe-logger.js";
import { textLine } from "./text-line.js";
import { withoutInput } from "./without-input.js";

const suite = serverSuite();

/** A logger that keeps what it is told, as JSON lines. */
function keepingLogger(): { log: Logger; lines: string[] } {
  const lines: string[] = [];
  const keep = (level: string) => (fields: object, message: string) =>
    lines.push(JSON.stringify({ level, ...fields, message }));
  return {
    log: { debug: keep("debug"), info: keep("info"), warn: keep("warn"), error: keep("error") },
    lines,
  };
}

test.each([
  ["mapi_AbC-_123", "mapi_…"],
  ["x mapi_AbC, y", "x mapi_…, y"],
  ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw=", "whsec_…"],
  ["Authorization: Bearer abc.def", "Authorization: Bearer …"],
  ['{"authorization":"bearer abc"}', '{"authorization":"bearer …"}'],
  ["postgres://u:hunter2@h/d", "postgres://u:…@h/d"],
  ["https://h:8080/a@b", "https://h:8080/a@b"],
  ["nothing to see", "nothing to see"],
])("%s is logged as %s", (text, expected) => {
  expect(redact(text)).toBe(expected);
});

test("an error is logged as message, stack and code, with what is behind it, and nothing that hangs on it", () => {
  const { log, lines } = keepingLogger();
  const cause = new Error("refused by postgres://u:hunter2@h");
  const error = Object.assign(new Error("failed with mapi_abc", { cause }), {
    code: "E1",
    request: { headers: { authorization: "Bearer abc" } },
  });
  safeLogger(log).error({ err: error, deep: { er: [{ token: "mapi_abc" }] } }, "it was mapi_abc");
  const [line = ""] = lines;
  expect(JSON.parse(line)).toEqual({
    level: "error",
    err: {
      message: "failed with mapi_…: refused by postgres://u:…@h",
      stack: expect.stringContaining("failed with mapi_…"),
      code: "E1",
    },
    deep: { er: [{ token: "mapi_…" }] },
    message: "it was mapi_…",
  });
});

test("a line for people is one line, whatever stands in it", () => {
  const at = new Date(0);
  expect(textLine("info", { operation: "submitRequest", name: "a b\n\u001b[31m" }, "call", at)).toBe(
    '00:00:00.000 INFO  call operation=submitRequest name="a b\\n\\u001b[31m"\n',
  );
  expect(textLine("error", { err: { message: "broken", stack: "Error: broken\n at x" } }, "failed", at)).toBe(
    "00:00:00.000 ERROR failed: broken\n  Error: broken\n   at x\n",
  );
});

test("an error of an engine is logged without what its caller wrote", () => {
  const input = { prompt: "paint my grandmother. With a hat", images: ["https://h.example/secret.png"] };
  const error = new Error('cannot read "paint my grandmother" from https://h.example/secret.png');
  expect((withoutInput(error, input) as Error).message).toBe('cannot read "[input]" from [input]');
});

const PROMPT = "a very private prompt";
const SECRETS = ["mapi_oddplace", "oddbearer", "oddquery", PROMPT];

async function misuse(log: Logger, logPrompts: boolean): Promise<void> {
  const { engine, runs } = manualEngine();
  const { call } = await suite.start(engine, { log, logPrompts });
  const prompt = `${PROMPT} with mapi_oddplace`;
  const odd = { "idempotency-key": "mapi_oddplace", "user-agent": "Bearer oddbearer" };
  const { body } = await call("POST", `/v1/models/${EDIT}?token=oddquery`, { ...INPUT, prompt }, odd);
  await call("GET", `/v1/requests/${body.request_id}/status?mapi_oddplace`);
  await call("GET", "/v1/mapi_oddplace");
  await call("POST", `/v1/models/${EDIT}`, '{"prompt": "a very private prompt"', odd);
  await call("POST", `/v1/models/${EDIT}`, { prompt: 5, mapi_oddplace: 1 });
  await call("GET", "/v1/models", undefined, { authorization: "Bearer oddbearer" });
  const [run] = await until(() => runs.length > 0 && runs);
  run?.fail(new Error(`engines quote: ${prompt}`));
  await until(
    async () => (await call("GET", `/v1/requests/${body.request_id}/status`)).body.status === "failed",
  );
}

test("a token in odd places and a prompt are in no line of the log", async () => {
  const { log, lines } = keepingLogger();
  await misuse(log, false);
  const all = lines.join("\n");
  for (const secret of SECRETS) expect(all).not.toContain(secret);
  const calls = lines.map((line) => JSON.parse(line)).filter((line) => line.message === "call");
  expect(calls[0]).toEqual({
    level: "info",
    operation: "submitRequest",
    status: 200,
    ms: expect.any(Number),
    keyId: expect.stringMatching(/^key_/),
    requestId: expect.stringMatching(/^req_/),
    message: "call",
  });
  expect(calls.map(({ operation }) => operation).slice(1, 4)).toEqual([
    "getRequestStatus",
    "unknown",
    "submitRequest",
  ]);
  const [claimed, failed] = ["claimed", "failed"].map((message) =>
    lines.map((line) => JSON.parse(line)).find((line) => line.message === message),
  );
  expect(claimed).toMatchObject({ engine: "manual", modelId: EDIT, requestId: calls[0].requestId });
  expect(failed).toMatchObject({ engine: "manual", code: "engine_failed", ms: expect.any(Number) });
});

test("a prompt is logged where the operator asks for it, and a token in it is not", async () => {
  const { log, lines } = keepingLogger();
  await misuse(log, true);
  const submit = lines.map((line) => JSON.parse(line)).find(({ prompt }) => prompt !== undefined);
  expect(submit.prompt).toBe(`${PROMPT} with mapi_…`);
  expect(lines.join("\n")).not.toContain("mapi_oddplace");
});

test("calls of those who watch the server are told to nobody who has not asked for details", async () => {
  const { log, lines } = keepingLogger();
  const { call } = await suite.start(manualEngine().engine, { log, metrics: "open" });
  for (const path of ["/healthz", "/readyz", "/metrics"]) await call("GET", path);
  expect(lines.map((line) => JSON.parse(line).level)).toEqual(["debug", "debug", "debug"]);
});
