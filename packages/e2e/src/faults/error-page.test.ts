import * as client from "@model-api/client/lean";
import { createClient, type ErrorCode, ModelApiError, untyped } from "@model-api/client/lean";
import { afterAll, beforeAll, expect, test } from "vitest";
import { MODEL } from "./calls.js";
import { checkPage } from "./check-page.js";
import { readErrorPage } from "./error-page.js";
import { report } from "./report.js";
import { closeScene, openScene, type SceneWish, tally } from "./scene.js";
import { type Stage, startStage } from "./start-stage.js";

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.stop());

/** Every code that the type knows; a new one does not compile until it stands here. */
const CODES: Record<ErrorCode, string> = {
  authentication: "AuthenticationError",
  permission: "PermissionError",
  not_found: "NotFoundError",
  invalid_input: "InvalidInputError",
  insufficient_balance: "InsufficientBalanceError",
  cost_limit: "CostLimitError",
  rate_limit: "RateLimitError",
  server: "ServerError",
  connection: "ConnectionError",
  timeout: "TimeoutError",
  aborted: "AbortedError",
  submission_unknown: "SubmissionUnknownError",
  request_failed: "RequestFailedError",
  request_cancelled: "RequestCancelledError",
  model_mismatch: "ModelMismatchError",
  invalid_response: "InvalidResponseError",
};

test("the page has one row for each error that the client exports", () => {
  const rows = readErrorPage().map(({ code, errorClass }) => [code, errorClass]);
  expect(Object.fromEntries(rows)).toEqual(CODES);
  expect(rows).toHaveLength(Object.keys(CODES).length);
  const exported = Object.values(client).flatMap((value) =>
    typeof value === "function" && value.prototype instanceof ModelApiError ? [value] : [],
  );
  expect(exported.map((Class) => ("code" in Class ? Class.code : undefined)).sort()).toEqual(
    Object.keys(CODES).sort(),
  );
});

const IMAGES = ["data:image/png;base64,iVBORw0KGgo="];
const input = (prompt: string) => ({ prompt, images: IMAGES });
const MOVING: SceneWish = { queue: "moving", prepared: "nothing" };
const BLOCKED: SceneWish = { queue: "blocked", prepared: "nothing" };

interface Case {
  readonly code: ErrorCode;
  readonly wish: SceneWish;
  readonly provoke: (api: client.ModelApiClient, requestId: string) => Promise<unknown>;
}

/** Errors that no fault on the wire makes. */
const CASES: readonly Case[] = [
  {
    code: "cost_limit",
    wish: MOVING,
    provoke: (api) => api.submit(untyped(MODEL), input("0 ms"), { maxCostUsd: 0.01 }),
  },
  {
    code: "request_failed",
    wish: MOVING,
    provoke: (api) => api.run(untyped(MODEL), input("fail")),
  },
  {
    code: "request_cancelled",
    wish: BLOCKED,
    async provoke(api) {
      const handle = await api.submit(untyped(MODEL), input("0 ms"));
      await handle.cancel();
      return handle.wait();
    },
  },
  {
    code: "timeout",
    wish: BLOCKED,
    provoke: (api) => api.run(untyped(MODEL), input("0 ms"), { timeout: 50 }),
  },
  {
    code: "model_mismatch",
    wish: { queue: "moving", prepared: "completed" },
    provoke: (api, id) => api.request(id, { model: "acme/other" }).result(),
  },
  {
    code: "aborted",
    wish: BLOCKED,
    provoke: (api) =>
      api.run(untyped(MODEL), input("0 ms"), { cancelOnAbort: true, signal: abortedWhenQueued(api) }),
  },
  {
    code: "aborted",
    wish: MOVING,
    async provoke(api) {
      const caller = new AbortController();
      return api.run(untyped(MODEL), input("600000 ms"), {
        cancelOnAbort: true,
        signal: caller.signal,
        onStatus: ({ status }) => status === "in_progress" && caller.abort(),
      });
    },
  },
];

function abortedWhenQueued(api: client.ModelApiClient): AbortSignal {
  const caller = new AbortController();
  const look = async (): Promise<void> => {
    const { requests } = await api.requests.list();
    if (requests.length > 0) caller.abort();
    else await look();
  };
  void look();
  return caller.signal;
}

test.each(CASES)("what the page says of $code is so ($wish.queue)", async ({ code, wish, provoke }) => {
  const scene = await openScene(stage.url, wish);
  const api = createClient({ baseUrl: scene.baseUrl, token: scene.token });
  const error = await provoke(api, scene.requestId ?? "").then(
    () => expect.unreachable("it resolved"),
    (reason: unknown) => report(reason),
  );
  expect(error.code, error.message).toBe(code);
  const { states } = await tally(scene);
  const charged = states.filter((state) => state !== "cancelled").length;
  checkPage({ error, charged, repeated: false }, code);
  await closeScene(scene);
});
