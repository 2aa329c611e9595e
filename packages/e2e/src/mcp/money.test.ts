import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BOTH, type Wire } from "./connect.js";
import { type Answer, callTool, closeAfterEach, join, openScene } from "./scene.js";
import { openPaidService, type PaidService } from "./service.js";

closeAfterEach();

const MODEL = "openai/gpt-image-2/text-to-image";
const VIDEO = "wan-ai/wan-2.7/text-to-video";
const STDIO: Wire = { transport: "stdio", era: "legacy" };

let service: PaidService;
beforeEach(async () => {
  service = await openPaidService();
});
afterEach(() => service.close());

/** Runs prompts one after the other on a server with these flags. */
async function runAll(flags: readonly string[], inputs: readonly object[], wire = STDIO): Promise<Answer[]> {
  const connection = await join(wire, { env: service.env, flags });
  const answers: Answer[] = [];
  for (const input of inputs)
    answers.push(
      await callTool(connection, "run_model", { model_id: MODEL, input: { prompt: "x" }, ...input }),
    );
  return answers;
}

describe.each(BOTH)("over %s", (_, wire) => {
  test("nothing that costs anything is submitted unless it was allowed; the refusal names the estimate and the option", async () => {
    const connection = await join(wire, { env: service.env, flags: [] });
    for (const name of ["run_model", "submit_request"]) {
      const answer = await callTool(connection, name, { model_id: MODEL, input: { prompt: "x" } });
      expect(answer.isError).toBe(true);
      expect(answer.text).toContain("it would cost about $0.04");
      expect(answer.text).toContain("Nothing was submitted, and nothing was charged.");
      expect(answer.error).toMatchObject({
        code: "cost_guard",
        charged: "no",
        estimate_usd: 0.04,
        option: "--allow-paid",
      });
    }
    expect(service.submitted).toEqual([]);
  });

  test("what was allowed is run, and what it has cost is told", async () => {
    const [answer] = await runAll(["--allow-paid"], [{}], wire);
    expect(answer?.structured).toMatchObject({ status: "completed", cost_usd: 0.04 });
    expect(service.submitted).toHaveLength(1);
  });
});

test("a request that is estimated at more than one may cost is refused, and one that is not is run", async () => {
  service.price = { base_price_usd: 0.1, price_unit: "second", price_quantity: { field: "duration" } };
  const flags = ["--allow-paid", "--max-cost-usd", "0.50"];
  const run = (duration: number) => ({ model_id: VIDEO, input: { prompt: "x", duration } });
  const [long, short] = await runAll(flags, [run(6), run(5)]);
  expect(long?.error).toMatchObject({ code: "cost_guard", estimate_usd: 0.6, option: "--max-cost-usd" });
  expect(long?.text).toContain("--max-cost-usd is $0.50");
  expect(short?.structured.status).toBe("completed");
  expect(service.submitted).toEqual([JSON.stringify({ prompt: "x", duration: 5 })]);
});

test("the caller's own limit makes the owner's smaller, and never larger", async () => {
  const flags = ["--allow-paid", "--max-cost-usd", "0.03"];
  const [larger] = await runAll(flags, [{ max_cost_usd: 10 }]);
  expect(larger?.error.option).toBe("--max-cost-usd");
  const [smaller, enough] = await runAll(["--allow-paid"], [{ max_cost_usd: 0.039 }, { max_cost_usd: 0.04 }]);
  expect(smaller?.error.option).toBe("max_cost_usd");
  expect(enough?.isError).toBe(false);
  expect(service.submitted).toHaveLength(1);
});

test("all requests together stay below the limit of the session; what was refused or is found again does not count", async () => {
  const flags = ["--allow-paid", "--max-session-cost-usd", "0.1"];
  const inputs = ["a", "b", "c"].map((prompt) => ({ input: { prompt } }));
  const answers = await runAll(flags, [{ input: { promt: "misspelt" } }, ...inputs]);
  expect(answers.map(({ error }) => error?.code)).toEqual([
    "invalid_input",
    undefined,
    undefined,
    "cost_guard",
  ]);
  expect(answers[3]?.text).toContain("$0.08 are spent or under way, and --max-session-cost-usd is $0.10");
  expect(service.submitted).toHaveLength(2);
});

test("the limit of the session holds for runs at the same time, and for all clients of a server together", async () => {
  const connection = await join(STDIO, {
    env: service.env,
    flags: ["--allow-paid", "--max-session-cost-usd", "0.1"],
  });
  const answers = await Promise.all(
    ["a", "b", "c", "d"].map((prompt) =>
      callTool(connection, "submit_request", { model_id: MODEL, input: { prompt } }),
    ),
  );
  expect(answers.filter(({ isError }) => isError)).toHaveLength(2);
  expect(service.submitted).toHaveLength(2);
});

test("what the service refuses has cost nothing, and does not count", async () => {
  const connection = await join(STDIO, {
    env: service.env,
    flags: ["--allow-paid", "--max-session-cost-usd", "0.04"],
  });
  const submit = () => callTool(connection, "submit_request", { model_id: MODEL, input: { prompt: "x" } });
  service.answer = (response) =>
    void response.writeHead(402).end(JSON.stringify({ error_code: 400002, error_message: "no balance" }));
  expect((await submit()).error).toMatchObject({ code: "insufficient_balance", charged: "no" });
  expect((await submit()).isError).toBe(false);
});

test.each([
  ["no price", { base_price_usd: null }],
  ["a note that it depends on more", { base_price_usd: 0.01, pricing_note: "depends" }],
  ["a quantity that the input does not tell", { base_price_usd: 0.01, price_quantity: { field: "pixels" } }],
])("with %s, a request counts as too expensive until that is allowed as well", async (_, price) => {
  service.price = { price_unit: "output", ...price };
  const input = { input: { prompt: "x", aspect_ratio: "1:1" } };
  const [plain] = await runAll([], [input]);
  expect(plain?.error).toMatchObject({ code: "cost_guard", option: "--allow-paid", estimate_usd: null });
  const [paid] = await runAll(["--allow-paid", "--max-cost-usd", "100"], [input]);
  expect(paid?.error).toMatchObject({ code: "cost_guard", option: "--allow-unknown-price" });
  expect(service.submitted).toEqual([]);
  const [allowed, own] = await runAll(
    ["--allow-paid", "--allow-unknown-price"],
    [input, { ...input, max_cost_usd: 100 }],
  );
  expect(allowed?.isError).toBe(false);
  // Who names a limit wants to know that it is kept.
  expect(own?.error).toMatchObject({ code: "cost_guard", option: "max_cost_usd" });
  expect(service.submitted).toHaveLength(1);
});

test("a model that the server itself prices at nothing needs no leave", async () => {
  service.price = { base_price_usd: 0, price_unit: "output" };
  const [answer] = await runAll([], [{}]);
  expect(answer?.isError).toBe(false);
  expect(service.submitted).toHaveLength(1);
});

test("a server on this machine is not free for being here: its owner has to say so", async () => {
  const { api, call } = await openScene(STDIO, { flags: [] });
  const answer = await call("run_model", { model_id: MODEL, input: { prompt: "x" } });
  expect(answer.error.code).toBe("cost_guard");
  expect(answer.text).toContain("--free-server");
  expect(api.submits()).toEqual([]);
});

test("of a free server, a model that has a price costs it all the same", async () => {
  const [answer] = await runAll(["--free-server"], [{}]);
  expect(answer?.error).toMatchObject({ code: "cost_guard", estimate_usd: 0.04 });
  expect(service.submitted).toEqual([]);
});

test("a submit whose answer was lost is told as unknown, and is not sent again, however often it is asked for", async () => {
  const flags = ["--allow-paid", "--max-session-cost-usd", "0.08"];
  const connection = await join(STDIO, { env: service.env, flags });
  const run = (prompt: string) => callTool(connection, "run_model", { model_id: MODEL, input: { prompt } });
  service.answer = (response) => void response.destroy();
  const lost = await run("x");
  expect(lost.isError).toBe(true);
  expect(lost.error).toMatchObject({ code: "submission_unknown", charged: "unknown" });
  expect(lost.text).toContain("Do not repeat it blindly");
  const again = await run("x");
  expect(again.error.code).toBe("submission_unknown");
  expect(service.submitted).toHaveLength(1);
  const { structured } = await callTool(connection, "list_requests", { only_open: true });
  expect(structured.requests).toMatchObject([{ state: "unknown", model_id: MODEL, collected: false }]);
  // It may have been charged, so it counts: there is room for one more.
  expect([(await run("y")).isError, (await run("z")).error?.option]).toEqual([
    false,
    "--max-session-cost-usd",
  ]);
});
