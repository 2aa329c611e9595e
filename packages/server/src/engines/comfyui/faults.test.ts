import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { manualClock } from "../../test-server/manual-clock.js";
import { EDIT, PIXEL } from "../../testing/engines.js";
import { until } from "../../testing/servers.js";
import { LEASE_LOST, STOPPED } from "../../worker/failures.js";
import type { EngineError } from "../engine.js";
import { type ComfyUIMapping, createComfyUIEngine, type ModelMapping, type Workflow } from "./index.js";
import { type FakeComfyUI, startFakeComfyUI } from "./testing/fake-comfyui.js";
import { pollingClock } from "./testing/polling-clock.js";
import { startRun } from "./testing/start-run.js";
import { EDIT_WORKFLOW, TEXT_TO_IMAGE } from "./testing/workflows.js";

const IMAGE = "openai/gpt-image-2/text-to-image";
const INPUT = { prompt: "a cup on a wooden table" };

let comfyui: FakeComfyUI;
beforeEach(async () => {
  comfyui = await startFakeComfyUI();
});
afterEach(() => comfyui.close());

interface Options {
  readonly model?: Partial<ModelMapping>;
  readonly repeatable?: boolean;
}

const open = ({ model, repeatable = true }: Options = {}) => {
  const models: ComfyUIMapping["models"] = {
    [IMAGE]: { workflow: TEXT_TO_IMAGE, ...model },
    [EDIT]: { workflow: EDIT_WORKFLOW },
  };
  return createComfyUIEngine({ mapping: { url: comfyui.url, repeatable, models } });
};

/** A run that finds out by polling in no time, where it has to. */
async function start(options?: Options, modelId = IMAGE, input: object = INPUT) {
  return startRun(await open(options), modelId, { ...input }, { clock: pollingClock() });
}

const failureOf = (run: { result: Promise<unknown> }): Promise<EngineError> =>
  run.result.then(
    () => Promise.reject(new Error("the run ended well")),
    (error) => error,
  );

/** What became of a run on a host that is free, and on one that is paid. */
async function bothFaults(arrange: () => Promise<void> | void) {
  const faults: string[] = [];
  for (const repeatable of [true, false]) {
    const run = await start({ repeatable });
    await arrange();
    faults.push((await failureOf(run)).fault);
    await comfyui.close();
    comfyui = await startFakeComfyUI();
  }
  return faults;
}

const withNode = (id: string, class_type: string, inputs: object): Workflow => ({
  ...TEXT_TO_IMAGE,
  [id]: { class_type, inputs: { ...inputs } },
});

describe("the websocket", () => {
  test("is not needed: where it is refused, the history is asked", async () => {
    comfyui.faults.refuseSocket = true;
    const run = await start();
    expect((await run.result).files).toHaveLength(1);
    expect(run.progress).toEqual([]);
  });

  test("may break in the middle: the history is asked from then on", async () => {
    comfyui.faults.dropSocketAtStep = 2;
    const run = await start();
    expect((await run.result).files).toHaveLength(1);
    expect(run.progress.at(-1)).toBeLessThan(0.8);
  });

  test("is not waited for when it does not open", async () => {
    comfyui.faults.hangSocket = true;
    const clock = manualClock();
    const run = startRun(await open(), IMAGE, INPUT, { clock });
    await until(() => clock.pending > 0);
    expect(comfyui.prompts).toEqual([]);
    clock.advance(5000);
    await until(() => comfyui.prompts.some(({ id }) => comfyui.hasEnded(id)) && clock.pending > 0);
    clock.advance(1000);
    expect((await run.result).files).toHaveLength(1);
  });

  test("is looked behind every quarter of a minute, since it may be dead without anybody knowing", async () => {
    const clock = manualClock();
    const held = comfyui.hold();
    const run = startRun(await open(), IMAGE, INPUT, { clock });
    const id = await held.reached;
    // Nothing that is told from here on arrives.
    const socket = comfyui.clients.get(id) as { send: unknown };
    socket.send = () => {};
    held.release();
    await until(() => comfyui.hasEnded(id));
    clock.advance(15_000);
    expect((await run.result).files).toHaveLength(1);
  });
});

describe("a workflow that does not fit its ComfyUI", () => {
  test("a class of nodes that is missing is named, and what to do about it", async () => {
    const error = await failureOf(await start({ model: { workflow: withNode("3", "FancySampler", {}) } }));
    expect(error).toMatchObject({ fault: "final", code: "workflow_invalid" });
    expect(error.message).toMatch(/no node class FancySampler, which node 3 .*install the custom node/i);
    expect(error.message).toMatch(/Nothing was run/);
  });

  test("an input that a node does not take is named; the files of the host are not", async () => {
    const inputs = { ckpt_name: "huge.safetensors" };
    const error = await failureOf(
      await start({ model: { workflow: withNode("4", "CheckpointLoaderSimple", inputs) } }),
    );
    expect(error).toMatchObject({ fault: "final", code: "workflow_invalid" });
    expect(error.message).toMatch(/node 4 \(CheckpointLoaderSimple\), input ckpt_name: Value not in list/);
    expect(error.message).not.toContain("tiny.safetensors");
  });

  test.each([false, true])(
    "a node that fails is named with its reason, its traceback is in the log (websocket refused: %s)",
    async (refused) => {
      comfyui.faults.refuseSocket = refused;
      const workflow = {
        ...withNode("12", "Exploder", { samples: ["3", 0] }),
        "8": { class_type: "VAEDecode", inputs: { samples: ["12", 0], vae: ["4", 2] } },
      };
      const run = await start({ model: { workflow } });
      const error = await failureOf(run);
      expect(error).toMatchObject({ fault: "final", code: "workflow_failed" });
      expect(error.message).toMatch(/^Node 12 \(Exploder\) .*failed: Allocation on device 0/);
      expect(error.message).not.toContain("execution.py");
      expect(run.lines.join("\n")).toContain("execution.py");
    },
  );

  test.each([
    ["makes nothing", { workflow: TEXT_TO_IMAGE }, /none of its nodes has made a file/],
    [
      "makes a text only",
      { workflow: { "1": { class_type: "SaveText", inputs: { text: "{{prompt}}" } } } },
      /none of its files is a picture/,
    ],
    [
      "makes nothing where the mapping says",
      { workflow: TEXT_TO_IMAGE, outputs: ["8"] },
      /none of the nodes 8, which the mapping names/,
    ],
    [
      "shows previews only",
      {
        workflow: {
          ...withNode("9", "PreviewImage", { images: ["8", 0] }),
          "13": { class_type: "SaveNothing", inputs: {} },
        },
      },
      /previews only, of the nodes 9/,
    ],
  ])("one that %s has no output", async (what, model, message) => {
    if (what === "makes nothing") comfyui.faults.forgetOutputs = true;
    const error = await failureOf(await start({ model: model as Partial<ModelMapping> }));
    expect(error).toMatchObject({ fault: "final", code: "no_output" });
    expect(error.message).toMatch(message);
  });

  test("somebody else may interrupt it", async () => {
    const held = comfyui.hold();
    const run = await start();
    await held.reached;
    await fetch(`${comfyui.url}/interrupt`, { method: "POST", body: "{}" });
    held.release();
    expect(await failureOf(run)).toMatchObject({ fault: "final", code: "interrupted" });
  });
});

describe("a ComfyUI that is away", () => {
  test("nothing answers: nothing was run, and it is worth another try", async () => {
    await comfyui.die();
    const error = await failureOf(await start({ repeatable: false }));
    expect(error).toMatchObject({ fault: "transient", retryAfterMs: expect.any(Number) });
    expect(error.message).toMatch(/cannot be reached.*Nothing was run/);
    await comfyui.comeBack();
  });

  test("it dies in the middle and comes back without the workflow", async () => {
    const faults = await bothFaults(async () => {
      const held = comfyui.hold();
      await held.reached;
      await comfyui.die();
      held.release();
      await comfyui.comeBack();
    });
    expect(faults).toEqual(["transient", "unknown"]);
  });

  test("it dies in the middle and does not come back for a minute", async () => {
    const faults = await bothFaults(async () => {
      const held = comfyui.hold();
      await held.reached;
      await comfyui.die();
      held.release();
    });
    expect(faults).toEqual(["transient", "unknown"]);
  });

  test.each([
    ["answers HTTP 500", (fake: FakeComfyUI) => ({ ...fake.faults, status: { "GET /history/…": 500 } })],
    [
      "answers with no JSON",
      (fake: FakeComfyUI) => ({ ...fake.faults, garbage: ["GET /queue", "GET /history/…"] }),
    ],
    ["breaks its connections", (fake: FakeComfyUI) => ({ ...fake.faults, lostAnswer: ["GET /history/…"] })],
  ])("it %s for a while, and is asked again", async (_, faults) => {
    Object.assign(comfyui.faults, faults(comfyui), { refuseSocket: true });
    const run = await start();
    await until(() => run.lines.filter((line) => line.includes("asking again")).length > 3);
    Object.assign(comfyui.faults, { status: {}, garbage: [], lostAnswer: [] });
    expect((await run.result).files).toHaveLength(1);
  });

  test("its history was cleared when the workflow ended: what the websocket has told is enough", async () => {
    comfyui.faults.forgetHistory = true;
    expect((await (await start()).result).files).toHaveLength(1);
  });
});

describe("a call that goes wrong", () => {
  const input = { prompt: "blue", images: [PIXEL] };

  test.each([
    [{ status: { "POST /upload/image": 500 } }, { fault: "transient", retryAfterMs: 7000 }],
    [{ status: { "POST /upload/image": 429 } }, { fault: "transient", retryAfterMs: 7000 }],
    [{ status: { "POST /upload/image": 413 } }, { fault: "final" }],
    [{ status: { "POST /upload/image": 401 } }, { fault: "final" }],
    [{ garbage: ["POST /upload/image"] }, { fault: "final", code: "not_comfyui" }],
    [{ lostAnswer: ["POST /upload/image"] }, { fault: "transient" }],
    [{ status: { "POST /prompt": 500 } }, { fault: "transient" }],
    [{ status: { "POST /prompt": 403 } }, { fault: "final" }],
    [{ status: { "POST /prompt": 502 } }, { fault: "unknown" }],
    [{ status: { "POST /prompt": 500, "GET /queue": 500 } }, { fault: "unknown" }],
    [{ garbage: ["POST /prompt", "GET /queue"] }, { fault: "unknown" }],
  ])("on a host that is paid: %j is %j", async (faults, expected) => {
    Object.assign(comfyui.faults, faults);
    expect(await failureOf(await start({ repeatable: false }, EDIT, input))).toMatchObject(expected);
  });

  test.each([
    [{ status: { "POST /prompt": 502 } }, { fault: "transient" }],
    [{ status: { "POST /prompt": 500, "GET /queue": 500 } }, { fault: "transient" }],
    [{ garbage: ["POST /prompt", "GET /queue"] }, { fault: "final", code: "not_comfyui" }],
  ])("on a host that is free: %j is %j", async (faults, expected) => {
    Object.assign(comfyui.faults, faults);
    expect(await failureOf(await start({}, EDIT, input))).toMatchObject(expected);
  });

  test.each([
    [{ lostAnswer: ["POST /prompt"] }],
    [{ lostAnswer: ["POST /prompt"], old: true }],
    [{ garbage: ["POST /prompt"] }],
  ])("what was queued while its answer was lost is found, and not queued again: %j", async (faults) => {
    Object.assign(comfyui.faults, faults);
    const run = await start({ repeatable: false });
    expect((await run.result).files).toHaveLength(1);
    expect(comfyui.prompts).toHaveLength(1);
    expect(run.references).toEqual([comfyui.prompts[0]?.id]);
  });

  test.each([
    ["POST /upload/image", "transient"],
    ["POST /prompt", "unknown"],
  ])("%s is not waited for longer than a minute", async (call, fault) => {
    comfyui.faults.silent = [call];
    const clock = manualClock();
    const run = startRun(await open({ repeatable: false }), EDIT, input, { clock });
    await until(() => comfyui.calls.some((made) => made.call === call));
    clock.advance(60_000);
    expect((await failureOf(run)).fault).toBe(fault);
  });

  test("a redirect is not followed, wherever it leads", async () => {
    const asked: string[] = [];
    const elsewhere = createServer((request, response) => {
      asked.push(String(request.url));
      response.end("{}");
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
    const { port } = elsewhere.address() as AddressInfo;
    comfyui.faults.redirect = { "POST /prompt": `http://127.0.0.1:${port}/` };
    const error = await failureOf(await start());
    expect(error.fault).toBe("final");
    expect(error.message).toMatch(/sends to another address/);
    expect(asked).toEqual([]);
    elsewhere.close();
  });

  test("an output that breaks off is fetched again, and only as often as makes sense", async () => {
    comfyui.faults.brokenViews = 2;
    expect((await (await start()).result).files).toHaveLength(1);
    const breakAll = () => {
      comfyui.faults.brokenViews = 3;
    };
    expect(await bothFaults(breakAll)).toEqual(["transient", "unknown"]);
  });
});

describe("a run that is aborted", () => {
  const reason = new Error("enough");

  test.each([false, true])("interrupts its workflow where that runs (an old ComfyUI: %s)", async (old) => {
    comfyui.faults.old = old;
    const held = comfyui.hold();
    const engine = await open();
    const run = startRun(engine, IMAGE, INPUT);
    const id = await held.reached;
    await until(() => run.references.length > 0);
    run.abort(reason);
    await expect(run.result).rejects.toBe(reason);
    await engine.close?.();
    held.release();
    await until(() => comfyui.cancelled.length > 0);
    expect(comfyui.cancelled).toEqual([id]);
  });

  test.each([false, true])(
    "takes its workflow out of the queue where that waits, and leaves others alone (an old ComfyUI: %s)",
    async (old) => {
      comfyui.faults.old = old;
      const held = comfyui.hold();
      const { "3": sampler, ...others } = TEXT_TO_IMAGE;
      const plain = { ...sampler, inputs: { ...sampler?.inputs, seed: 1 } };
      const size = { class_type: "EmptyLatentImage", inputs: { width: 64, height: 64, batch_size: 1 } };
      const foreign = comfyui.queueForeign({ ...others, "3": plain, "5": size } as Workflow);
      expect(await held.reached).toBe(foreign);
      const engine = await open();
      const run = startRun(engine, IMAGE, INPUT);
      await until(() => run.references.length > 0);
      run.abort(reason);
      await expect(run.result).rejects.toBe(reason);
      await engine.close?.();
      expect(comfyui.cancelled).toEqual(run.references);
      held.release();
      await until(() => comfyui.hasEnded(foreign));
      expect(comfyui.cancelled).not.toContain(foreign);
    },
  );

  test.each([STOPPED, LEASE_LOST])(
    "leaves its workflow running where somebody goes on with it: %s",
    async (reason) => {
      const held = comfyui.hold();
      const engine = await open();
      const run = startRun(engine, IMAGE, INPUT);
      const id = await held.reached;
      await until(() => run.references.length > 0);
      run.abort(reason);
      await expect(run.result).rejects.toBe(reason);
      await engine.close?.();
      held.release();
      await until(() => comfyui.hasEnded(id));
      expect(comfyui.cancelled).toEqual([]);
    },
  );

  test("stops although ComfyUI does not answer any more", async () => {
    const held = comfyui.hold();
    const engine = await open();
    const run = startRun(engine, IMAGE, INPUT);
    await held.reached;
    await comfyui.die();
    run.abort(reason);
    await expect(run.result).rejects.toBe(reason);
    await engine.close?.();
    expect(run.lines.join("\n")).toContain("could not be cancelled");
  });
});

describe("a run that was cut short", () => {
  test("is gone on with while its workflow runs, and hears how far it is", async () => {
    const held = comfyui.hold();
    startRun(await open(), IMAGE, INPUT);
    const id = await held.reached;
    const run = startRun(await open(), IMAGE, INPUT, { reference: id });
    await until(() => comfyui.calls.filter(({ call }) => call === "GET /queue").length > 0);
    held.release();
    expect((await run.result).files).toHaveLength(1);
    expect(run.progress.length).toBeGreaterThan(0);
    expect(comfyui.prompts).toHaveLength(1);
  });

  test("is ended with what its workflow has made meanwhile", async () => {
    const first = startRun(await open(), IMAGE, INPUT);
    await first.result;
    const run = startRun(await open(), IMAGE, INPUT, { reference: String(first.references[0]) });
    expect((await run.result).files).toHaveLength(1);
    expect((await run.result).report.applied[0]?.detail).toMatch(/before a restart/);
  });

  test("keeps its size although the first picture is not there any more, and says so", async () => {
    const first = startRun(await open(), EDIT, { prompt: "blue", images: [PIXEL] });
    await first.result;
    const input = { prompt: "blue", images: ["https://nowhere.invalid/gone.png"] };
    const run = startRun(await open(), EDIT, input, { reference: String(first.references[0]) });
    expect((await run.result).report.ignored).toMatchObject([{ instruction: "resolution" }]);
  });

  test.each([
    [true, "transient"],
    [false, "unknown"],
  ])("has nothing to wait for where ComfyUI does not know it (free: %s): %s", async (repeatable, fault) => {
    const run = startRun(await open({ repeatable }), IMAGE, INPUT, { reference: "gone" });
    expect((await failureOf(run)).fault).toBe(fault);
    expect(comfyui.prompts).toEqual([]);
  });
});
