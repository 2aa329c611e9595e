import { afterEach, expect, test, vi } from "vitest";
import { openMemoryBackend } from "../backend/memory.js";
import { systemClock } from "../clock.js";
import {
  type Engine,
  type EngineContext,
  EngineError,
  type EngineResult,
  type EngineTask,
} from "../engines/engine.js";
import { manualClock } from "../test-server/manual-clock.js";
import { EDIT, INPUT } from "../testing/engines.js";
import { type StartedServer, serverSuite, until } from "../testing/servers.js";

const suite = serverSuite();
afterEach(() => vi.restoreAllMocks());

const report = { engine: "e", applied: [], ignored: [] };
const file = (byte: number) =>
  ({ kind: "image", mediaType: "image/png", data: new Uint8Array([byte]) }) as const;

function engineOf(run: Engine["run"], rest: Partial<Engine> = {}): Engine {
  return { name: "e", repeatable: false, serves: () => true, run, ...rest };
}

async function submit({ call }: StartedServer): Promise<string> {
  return (await call("POST", `/v1/models/${EDIT}`, INPUT)).body.request_id;
}

async function ended({ call }: StartedServer, id: string) {
  return until(async () => {
    const { body } = await call("GET", `/v1/requests/${id}/result?include_cost=true`);
    return ["completed", "failed"].includes(body.status) && body;
  });
}

async function outcomeOf(run: Engine["run"], settings?: Parameters<typeof suite.start>[1]) {
  const server = await suite.start(engineOf(run), settings);
  return ended(server, await submit(server));
}

/** Runs until it is aborted. */
function endless(_: EngineTask, { signal }: EngineContext): Promise<EngineResult> {
  return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
}

test("outputs are those that the result names, in its order, whether they were kept by hand or not", async () => {
  const backend = openMemoryBackend(systemClock);
  const { output } = await outcomeOf(
    async (_, { keep }) => {
      const [first, second] = [await keep(file(1)), await keep(file(2))];
      await keep(file(3));
      return { files: [second, file(4), first], report };
    },
    { backend },
  );
  const keys: string[] = output.images.map((url: string) => url.slice(url.indexOf("outputs/")));
  const bytes = await Promise.all(
    keys.map(async (key) => {
      const stored = await backend.storage.find(key);
      return Buffer.from(await new Response(stored?.open()).arrayBuffer())[0];
    }),
  );
  expect(bytes).toEqual([2, 4, 1]);
  const kept: string[] = [];
  for await (const { key } of backend.storage.list("outputs")) kept.push(key);
  expect(kept.sort(), "what is not named is removed").toEqual(keys.sort());
});

test("a file that the engine has made up is none", async () => {
  const run = async () => ({ files: [{ kind: "image", name: "../../etc/passwd" } as const], report });
  expect((await outcomeOf(run)).error).toMatchObject({ code: "engine_failed", message: /has not kept/ });
});

test("the cost, and what the engine's service counted, are in the result", async () => {
  const run = async () => ({ files: [], report: { ...report, usage: { input_tokens: 7 } }, cost: 0.25 });
  expect(await outcomeOf(run)).toMatchObject({ cost: 0.25, engine_report: { usage: { input_tokens: 7 } } });
});

test("an error's own code is what the caller reads", async () => {
  const run = () => Promise.reject(new EngineError("input", "No such pictures.", { code: "content_policy" }));
  expect((await outcomeOf(run)).error).toEqual({ code: "content_policy", message: "No such pictures." });
});

test("progress is thinned out to a write a second, never goes back, and never beyond the whole", async () => {
  const clock = manualClock();
  const backend = openMemoryBackend(clock);
  const note = vi.spyOn(backend.store, "note");
  let context: EngineContext | undefined;
  const run: Engine["run"] = (task, given) => {
    context = given;
    return endless(task, given);
  };
  const server = await suite.start(engineOf(run), { clock, backend });
  const id = await submit(server);
  const { progress } = await until(() => context);
  const told = () => note.mock.calls.map(([, known]) => known.progress);
  const status = async () => (await server.call("GET", `/v1/requests/${id}/status`)).body.progress;

  for (const fraction of [0.1, 0.2, 0.3, Number.NaN, -1, 0.25]) progress(fraction);
  expect(told()).toEqual([0.1]);
  await clock.advanceAsync(999);
  expect(told()).toEqual([0.1]);
  await clock.advanceAsync(1);
  expect([told(), await status()]).toEqual([[0.1, 0.3], 0.3]);
  // Nothing new, nothing written; and what comes late is written at once.
  await clock.advanceAsync(5000);
  progress(7);
  expect(told()).toEqual([0.1, 0.3, 1]);
});

test("a run that has remembered its work goes on after a restart, with the same reference, and is not begun again", async () => {
  const runs: unknown[] = [];
  const run: Engine["run"] = async (task, context) => {
    runs.push(["run", task.attempt]);
    await context.remember("job 7");
    return endless(task, context);
  };
  const resume: Engine["resume"] = async (task, reference) => {
    runs.push(["resume", reference, task.requestId]);
    return { files: [file(1)], report };
  };
  const first = await suite.start(engineOf(run, { resume }));
  const id = await submit(first);
  await until(() => runs.length > 0);
  await suite.stop(first.server);
  const second = await suite.start(engineOf(run, { resume }), { token: first.token });
  expect(await ended(second, id)).toMatchObject({ status: "completed" });
  expect(runs).toEqual([
    ["run", 1],
    ["resume", "job 7", id],
  ]);
});

test("a reference that cannot be kept is kept as soon as it can be, and the run goes on", async () => {
  const clock = manualClock();
  const { store, ...rest } = openMemoryBackend(clock);
  let isFull = true;
  const note: typeof store.note = (claim, known) =>
    isFull ? Promise.reject(new Error("ENOSPC")) : store.note(claim, known);
  const run: Engine["run"] = async (_, { remember }) => {
    await remember("job 7");
    return { files: [], report };
  };
  const server = await suite.start(engineOf(run), { clock, backend: { ...rest, store: { ...store, note } } });
  const id = await submit(server);
  const state = async () => (await server.call("GET", `/v1/requests/${id}/status`)).body.status;
  await clock.advanceAsync(5000);
  expect(await state()).toBe("in_progress");
  isFull = false;
  await clock.advanceAsync(30_000);
  expect(await state()).toBe("completed");
  expect((await store.findRequest(id))?.reference).toBe("job 7");
});

test("where the engine cannot go on with it, an unknown outcome says what its service calls the work", async () => {
  const run: Engine["run"] = async (task, context) => {
    await context.remember("job 7");
    return endless(task, context);
  };
  const first = await suite.start(engineOf(run));
  const id = await submit(first);
  await until(
    async () => (await first.call("GET", `/v1/requests/${id}/status`)).body.status === "in_progress",
  );
  await suite.stop(first.server);
  const second = await suite.start(engineOf(run), { token: first.token });
  const { error } = await ended(second, id);
  expect(error).toMatchObject({ code: "outcome_unknown" });
  expect(error.message).toContain('There the work is called "job 7".');
});

test("a shutdown before anything is remembered leaves an unknown outcome, and no second run", async () => {
  let runs = 0;
  const engine = engineOf(
    (task, context) => {
      runs++;
      return endless(task, context);
    },
    { resume: () => Promise.reject(new Error("there is nothing to go on with")) },
  );
  const first = await suite.start(engine);
  const id = await submit(first);
  await until(() => runs);
  await suite.stop(first.server);
  const second = await suite.start(engine, { token: first.token });
  expect((await ended(second, id)).error).toMatchObject({ code: "outcome_unknown" });
  expect(runs).toBe(1);
});

test("after a transient failure the work is begun anew: what was remembered is over", async () => {
  const steps: string[] = [];
  const server = await suite.start(
    engineOf(
      async (task, { remember }) => {
        steps.push(`run ${task.attempt}`);
        if (task.attempt > 1) return { files: [], report };
        await remember("job 7");
        throw new EngineError("transient", "It was thrown away.");
      },
      { resume: async () => ({ files: [], report }) },
    ),
  );
  expect(await ended(server, await submit(server))).toMatchObject({ status: "completed" });
  expect(steps).toEqual(["run 1", "run 2"]);
});

test("a run that takes longer than it may says whether it may be charged, and where", async () => {
  const run: Engine["run"] = async (task, context) => {
    await context.remember("job 7");
    return endless(task, context);
  };
  const { error } = await outcomeOf(run, { runTimeoutMs: 50 });
  expect(error).toEqual({
    code: "timed_out",
    message:
      'The run took longer than the server allows. The work may go on with the engine\'s own service, where it is called "job 7", and may be charged.',
  });
});

test("the secret for the engine's service is that of the key that submitted, and no other", async () => {
  const seen: unknown[] = [];
  const server = await suite.start(
    engineOf(async (_, { providerKey }) => {
      seen.push([await providerKey("openai"), await providerKey("toString")]);
      return { files: [], report };
    }),
  );
  const token = await server.server.createKey({ name: "own", providerKeys: { openai: "sk-own" } });
  const headers = { authorization: `Bearer ${token}` };
  for (const own of [headers, {}]) {
    const { body } = await server.call("POST", `/v1/models/${EDIT}`, INPUT, own);
    await until(
      async () =>
        seen.length > 0 &&
        (await server.call("GET", `/v1/requests/${body.request_id}/status`, undefined, own)).body.status ===
          "completed",
    );
  }
  expect(seen).toEqual([
    ["sk-own", undefined],
    [undefined, undefined],
  ]);
});

test("before a request is accepted its engine can refuse it, and nothing is kept", async () => {
  const detail = [{ path: ["prompt"], message: "is too short" }];
  const admit = () => Promise.reject(new EngineError("input", "Say more.", { detail }));
  const { call } = await suite.start(engineOf(endless, { admit }));
  const { status, body } = await call("POST", `/v1/models/${EDIT}`, INPUT);
  expect([status, body]).toEqual([422, { error_code: 422, error_message: "Say more.", detail }]);
  expect((await call("GET", "/v1/requests")).body.requests).toEqual([]);
});

test("what an engine plans for a request is kept with it, for the run", async () => {
  const plans: unknown[] = [];
  const server = await suite.start(
    engineOf(
      async ({ plan }) => {
        plans.push(plan);
        return { files: [], report };
      },
      { admit: async ({ modelId }) => ({ plan: `as ${modelId}` }) },
    ),
  );
  await ended(server, await submit(server));
  expect(plans).toEqual([`as ${EDIT}`]);
});
