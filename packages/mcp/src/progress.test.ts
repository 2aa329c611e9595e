import type { Clock, RequestStatus } from "@model-api/client";
import { expect, test } from "vitest";
import { createProgress } from "./progress.js";
import type { ToolCall } from "./tools/define-tool.js";

function setUp(progressToken: number | undefined = 7) {
  const told: { progress: number; message: string }[] = [];
  let due: (() => void) | undefined;
  const clock: Clock = {
    now: () => 0,
    random: () => 0,
    after(_ms, callback) {
      due = callback;
      return () => {
        due = undefined;
      };
    },
  };
  const stop = new AbortController();
  const request = {
    _meta: progressToken === undefined ? {} : { progressToken },
    notify: async ({ params }: { params: { progress: number; message: string } }) => void told.push(params),
  };
  const call = { request, signal: stop.signal } as unknown as ToolCall;
  return {
    told,
    stop,
    isDue: () => due !== undefined,
    tick: () => due?.(),
    progress: createProgress(call, clock),
  };
}

const STATUSES: RequestStatus[] = [
  { status: "in_queue", queuePosition: 2 },
  { status: "in_queue", queuePosition: 1 },
  { status: "in_progress" },
  { status: "in_progress", progress: 0.5 },
  { status: "in_queue" },
  { status: "in_progress", progress: 0.2 },
  { status: "completed" },
];

test("what is told only ever grows, also where a request goes back, and never is the whole", () => {
  const { told, progress, tick } = setUp();
  for (const status of STATUSES) {
    progress.status(status);
    for (let times = 0; times < 50; times++) tick();
  }
  const steps = told.map((one) => one.progress);
  expect(steps).toHaveLength(STATUSES.length * 51);
  for (const [at, step] of steps.entries()) expect(step).toBeGreaterThan(steps[at - 1] ?? 0);
  expect(steps.at(-1)).toBeLessThan(100);
  expect(told.map(({ message }) => message)).toEqual(
    expect.arrayContaining(["in the queue, 2 ahead", "running", "running, 50 %", "completed"]),
  );
});

test("when it is over, or the client has gone, nothing is told and nothing waits", () => {
  for (const end of ["stop", "abort"]) {
    const { told, progress, stop, isDue, tick } = setUp();
    progress.status({ status: "in_progress" });
    if (end === "stop") progress.stop();
    else stop.abort();
    tick();
    progress.status({ status: "completed" });
    expect(told).toHaveLength(1);
    if (end === "stop") expect(isDue()).toBe(false);
  }
});
