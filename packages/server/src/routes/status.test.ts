import { expect, test } from "vitest";
import { openMemoryBackend } from "../backend/memory.js";
import { createServer } from "../create-server.js";
import type { Engine, EngineContext, EngineResult } from "../engines/engine.js";
import { manualClock } from "../test-server/manual-clock.js";
import { EDIT, INPUT, manualEngine } from "../testing/engines.js";
import { type Answer, callerOf, type StartedServer, serverSuite, until } from "../testing/servers.js";

const { start } = serverSuite();
const WAIT = { prefer: "wait=30" };

/** A server on a clock of its own, with one request in progress and one in the queue behind it. */
async function startWithWork() {
  const clock = manualClock();
  const { engine, runs } = manualEngine();
  const started = await start(engine, { clock, concurrency: 1 });
  const submit = async (): Promise<string> =>
    (await started.call("POST", `/v1/models/${EDIT}`, INPUT)).body.request_id;
  const running = await submit();
  const run = await until(() => runs[0]);
  const queued = await submit();
  /** Timers of the runs themselves. */
  const idle = clock.pending;
  const waiting = (count: number) => until(() => clock.pending === idle + count);
  return { ...started, clock, run, runs, running, queued, waiting, idle };
}

const held = ({ call }: StartedServer, id: string, prefer = "wait=30", signal?: AbortSignal) =>
  call("GET", `/v1/requests/${id}/status`, undefined, { prefer }, signal);
const summary = ({ status, headers, body }: Answer) => [
  status,
  headers.get("preference-applied"),
  body.status,
];

test("an answer is held until the status is another one", async () => {
  const work = await startWithWork();
  const [queued, running] = [held(work, work.queued), held(work, work.running)];
  await work.waiting(2);
  work.run.end();
  expect(summary(await running)).toEqual([200, "wait=30", "completed"]);
  expect(summary(await queued)).toEqual([200, "wait=30", "in_progress"]);
  expect((await queued).body).not.toHaveProperty("queue_position");
  work.runs[1]?.end();
});

test("a call that arrives just before the change hears of it", async () => {
  const work = await startWithWork();
  const answer = held(work, work.queued);
  await work.call("POST", `/v1/requests/${work.queued}/cancel`);
  expect(summary(await answer)).toEqual([200, "wait=30", "cancelled"]);
  expect(work.clock.pending).toBe(work.idle);
  work.run.end();
});

test("a request that has ended is answered at once", async () => {
  const work = await startWithWork();
  await work.call("POST", `/v1/requests/${work.queued}/cancel`);
  expect(summary(await held(work, work.queued))).toEqual([200, "wait=30", "cancelled"]);
  work.run.end();
});

test("when the time is up, the status is what it was", async () => {
  const work = await startWithWork();
  const answer = held(work, work.queued, "wait=600");
  await work.waiting(1);
  work.clock.advance(60_000);
  expect(summary(await answer)).toEqual([200, "wait=60", "in_queue"]);
  expect((await answer).body.queue_position).toBe(0);
  // The minute has woken others as well, who arm their timers again.
  await until(() => work.clock.pending === work.idle);
  work.run.end();
});

test("a preference that is malformed, or missing, is not applied", async () => {
  const work = await startWithWork();
  expect(summary(await held(work, work.queued, "wait=soon"))).toEqual([200, null, "in_queue"]);
  expect(summary(await work.call("GET", `/v1/requests/${work.queued}/status`))).toEqual([
    200,
    null,
    "in_queue",
  ]);
  work.run.end();
});

test("what is refused is refused at once", async () => {
  const work = await startWithWork();
  expect(summary(await held(work, "req_unknown"))).toEqual([404, null, undefined]);
  work.run.end();
});

test("a caller that hangs up leaves no waiter", async () => {
  const work = await startWithWork();
  const url = await work.server.listen({ port: 0, host: "127.0.0.1" });
  const controller = new AbortController();
  const headers = { ...WAIT, authorization: `Bearer ${work.token}` };
  const answer = fetch(`${url}/v1/requests/${work.queued}/status`, { headers, signal: controller.signal });
  const refused = expect(answer).rejects.toThrow(/abort/i);
  await work.waiting(1);
  controller.abort();
  await refused;
  await work.waiting(0);
  work.run.end();
});

test("a shutdown answers whoever waits, over sockets and without, before anything is cut", async () => {
  const work = await startWithWork();
  const url = await work.server.listen({ port: 0, host: "127.0.0.1" });
  const headers = { ...WAIT, authorization: `Bearer ${work.token}` };
  const overSockets = Array.from({ length: 20 }, async () => {
    const answer = await fetch(`${url}/v1/requests/${work.queued}/status`, { headers });
    return [answer.status, answer.headers.get("preference-applied"), await answer.json()];
  });
  const direct = held(work, work.queued);
  await work.waiting(21);
  const closing = work.server.close();
  const expected = [200, "wait=30", expect.objectContaining({ status: "in_queue" })];
  expect(await Promise.all(overSockets)).toEqual(overSockets.map(() => expected));
  expect(summary(await direct)).toEqual([200, "wait=30", "in_queue"]);
  work.run.end();
  await closing;
});

test("a held answer over HTTP says the same as one that is not held", async () => {
  const work = await startWithWork();
  const url = await work.server.listen({ port: 0, host: "127.0.0.1" });
  const headers = { ...WAIT, authorization: `Bearer ${work.token}` };
  const path = `${url}/v1/requests/${work.running}/status`;
  const pending = fetch(path, { headers });
  await work.waiting(1);
  work.run.end();
  const answer = await pending;
  const afterwards = await fetch(path, { headers: { authorization: headers.authorization } });
  expect(await answer.json()).toEqual(await afterwards.json());
  work.runs[1]?.end();
});

/** A server that keeps nothing, with one request in progress whose engine tells how far it is. */
async function startWithProgress() {
  const clock = manualClock();
  const runs: { tell: EngineContext["progress"]; end(): void }[] = [];
  const engine: Engine = {
    name: "counting",
    repeatable: true,
    serves: (modelId) => modelId === EDIT,
    run: (_, { progress }) =>
      new Promise<EngineResult>((resolve) => {
        const report = { engine: "counting", applied: [], ignored: [] };
        runs.push({ tell: progress, end: () => resolve({ files: [], report }) });
      }),
  };
  const server = await createServer({ engines: [engine], clock, backend: openMemoryBackend(clock) });
  const call = callerOf(server, await server.createKey("test"));
  const id: string = (await call("POST", `/v1/models/${EDIT}`, INPUT)).body.request_id;
  const run = await until(() => runs[0]);
  const idle = clock.pending;
  return {
    clock,
    run,
    status: async (headers?: Record<string, string>) =>
      (await call("GET", `/v1/requests/${id}/status`, undefined, headers)).body,
    /** Resolves when so many timers have been armed besides those of the run itself. */
    timers: (count: number) => until(() => clock.pending === idle + count),
    close: () => server.close({ graceMs: 0 }),
  };
}

test("an answer is held until the run has come further, which is told at most once a second", async () => {
  const { clock, run, status, timers, close } = await startWithProgress();
  expect(await status()).not.toHaveProperty("progress");
  const first = status(WAIT);
  await timers(1);
  run.tell(0.25);
  expect(await first).toMatchObject({ status: "in_progress", progress: 0.25 });

  let answered = false;
  const second = status(WAIT).finally(() => {
    answered = true;
  });
  // The answer's, and that of the progress which may be told next.
  await timers(2);
  run.tell(0.3);
  run.tell(0.5);
  await clock.advanceAsync(999);
  expect(answered).toBe(false);
  expect(await status()).toMatchObject({ progress: 0.25 });
  clock.advance(1);
  expect(await second).toMatchObject({ status: "in_progress", progress: 0.5 });

  const last = status(WAIT);
  await timers(2);
  run.end();
  expect(await last).toMatchObject({ status: "completed" });
  expect(await last).not.toHaveProperty("progress");
  await close();
});

test("an engine that tells no progress holds an answer until the end", async () => {
  const { clock, run, status, timers, close } = await startWithProgress();
  let answered = false;
  const answer = status(WAIT).finally(() => {
    answered = true;
  });
  await timers(1);
  await clock.advanceAsync(29_999);
  expect(answered).toBe(false);
  run.end();
  expect(await answer).toMatchObject({ status: "completed" });
  await close();
});
