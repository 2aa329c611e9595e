import sharp from "sharp";
import type { Faults } from "./faults.js";
import { type Flow, NODE_CLASSES, type NodeContext, type SavedFile } from "./node-classes.js";
import type { Prompt, PromptNode } from "./validate.js";

/** The queue of the stand-in: it runs one workflow after another, node by node. */

/** A workflow that stands still in the middle of a sampler. */
export interface Held {
  /** The id of the workflow, when it has come there. */
  readonly reached: Promise<string>;
  release(): void;
}

/** As it stands in the queue and in the history. */
export type Item = [
  number: number,
  id: string,
  prompt: Prompt,
  extra: { client_id?: string },
  outputs: string[],
];
export type Message = readonly [type: string, data: Readonly<Record<string, unknown>>];

export interface QueueParts {
  readonly faults: Faults;
  /** Uploaded files by their names. */
  readonly uploads: ReadonlyMap<string, Buffer>;
  /** Tells one client, or all of them; bytes are a preview. */
  send(clientId: string | undefined, message: Message | Buffer): void;
  /** Breaks the websocket of a client. */
  drop(clientId: string): void;
}

export interface Queue {
  readonly prompts: readonly { readonly id: string; readonly prompt: Prompt }[];
  readonly cancelled: readonly string[];
  readonly files: ReadonlyMap<string, Uint8Array>;
  pending(): readonly Item[];
  running(): readonly Item[];
  history(): Readonly<Record<string, object>>;
  put(id: string, prompt: Prompt, clientId: string | undefined, outputs: string[]): void;
  remove(id: string): void;
  /** Interrupts a workflow where it runs; without an id, whatever runs. */
  interrupt(id: string | undefined): void;
  hold(step: number): Held;
  /** Forgets everything. */
  reset(): void;
}

class Interrupted extends Error {}

export function createQueue({ faults, uploads, send, drop }: QueueParts): Queue {
  const prompts: { id: string; prompt: Prompt }[] = [];
  const cancelled: string[] = [];
  const files = new Map<string, Uint8Array>();
  let pending: Item[] = [];
  let running: Item | undefined;
  let history: Record<string, object> = {};
  let interrupt = false;
  /** What belongs to an earlier life ends when this changes. */
  let life = 0;
  let held:
    | { step: number; reach: (id: string) => void; gate: Promise<void>; release: () => void }
    | undefined;

  const tellStatus = () =>
    send(undefined, ["status", { status: { exec_info: { queue_remaining: pending.length } } }]);

  async function work(): Promise<void> {
    if (running) return;
    running = pending.shift();
    if (!running) return;
    const mine = life;
    const [, id, prompt, { client_id: clientId }] = running;
    const item = running;
    interrupt = false;
    const messages: Message[] = [];
    const outputs: Record<string, object> = {};
    const tell = (type: string, data: object) => {
      const message: Message = [type, { ...data, prompt_id: id }];
      if (type.startsWith("execution_")) messages.push(message);
      if (clientId !== undefined) send(clientId, message);
    };
    let success = true;
    try {
      await execute(item, outputs, tell);
      tell("execution_success", {});
    } catch (error) {
      success = false;
      const { node, cause } = error as { node?: string; cause?: Error };
      const about = { node_id: node, node_type: prompt[node ?? ""]?.class_type, executed: [] };
      if (cause instanceof Interrupted) {
        cancelled.push(id);
        const message: Message = ["execution_interrupted", { ...about, prompt_id: id }];
        messages.push(message);
        send(undefined, message);
      } else
        tell("execution_error", {
          ...about,
          exception_message: `${cause?.message}\n`,
          exception_type: "torch.OutOfMemoryError",
          traceback: ['  File "/opt/comfyui/execution.py", line 500, in execute\n'],
          current_inputs: {},
          current_outputs: [],
        });
    }
    await turn();
    if (mine !== life) return;
    running = undefined;
    if (!faults.forgetHistory)
      history[id] = {
        prompt: item,
        outputs: faults.forgetOutputs ? {} : outputs,
        status: { status_str: success ? "success" : "error", completed: success, messages },
      };
    tellStatus();
    if (clientId !== undefined) send(clientId, ["executing", { node: null, prompt_id: id }]);
    void work();
  }

  async function standStill(id: string, step: number): Promise<void> {
    if (step !== held?.step) return;
    held.reach(id);
    await held.gate;
  }

  async function execute(
    [, id, prompt, { client_id: clientId }, wanted]: Item,
    outputs: Record<string, object>,
    tell: (type: string, data: object) => void,
  ): Promise<void> {
    const mine = life;
    const done = new Map<string, Flow | undefined>();
    const check = () => {
      if (interrupt || mine !== life) throw new Interrupted();
    };

    async function run(node: string): Promise<Flow | undefined> {
      if (done.has(node)) return done.get(node);
      const { class_type: type, inputs } = prompt[node] as PromptNode;
      const given: Record<string, unknown> = {};
      for (const [name, value] of Object.entries(inputs))
        given[name] = Array.isArray(value) ? await run(String(value[0])) : value;
      try {
        await turn();
        check();
        tell("executing", { node, display_node: node });
        const { flow, ui } = await (NODE_CLASSES[type] as (typeof NODE_CLASSES)[string]).run(
          given,
          contextOf(node),
        );
        done.set(node, flow);
        if (ui) {
          outputs[node] = ui;
          tell("executed", { node, display_node: node, output: ui });
        }
        return flow;
      } catch (cause) {
        if (Object(cause).node) throw cause;
        throw Object.assign(new Error("a node failed", { cause }), { node });
      }
    }

    const finished = () =>
      Object.fromEntries([...done.keys()].map((node) => [node, { state: "finished", value: 1, max: 1 }]));

    const contextOf = (node: string): NodeContext => ({
      async step(value, max) {
        await standStill(id, value);
        await turn();
        check();
        if (value === faults.dropSocketAtStep && clientId !== undefined) drop(clientId);
        if (!faults.old)
          tell("progress_state", { nodes: { ...finished(), [node]: { state: "running", value, max } } });
        tell("progress", { value, max, node });
        if (clientId !== undefined) {
          // A preview, and what a workflow of somebody else may send to everybody.
          send(clientId, Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 0xff, 0xd8]));
          send(clientId, ["progress", { value: 99, max: 100, node, prompt_id: "of-somebody-else" }]);
          send(clientId, ["execution_success", { prompt_id: "of-somebody-else" }]);
          send(clientId, ["executing", { node: null, prompt_id: "of-somebody-else" }]);
        }
      },
      save(type, extension, bytes) {
        const file = {
          filename: `made_${String(files.size + 1).padStart(5, "0")}_.${extension}`,
          subfolder: "",
          type,
        };
        files.set(keyOf(file), bytes);
        return file;
      },
      async sizeOf(image) {
        const { width, height } = await sharp(uploads.get(image)).metadata();
        return { width, height };
      },
    });

    await standStill(id, 0);
    tell("execution_start", {});
    tell("execution_cached", { nodes: [] });
    for (const node of wanted) await run(node);
  }

  return {
    prompts,
    cancelled,
    files,
    pending: () => pending,
    running: () => (running ? [running] : []),
    history: () => history,
    put(id, prompt, clientId, outputs) {
      prompts.push({ id, prompt });
      pending.push([
        prompts.length,
        id,
        prompt,
        clientId === undefined ? {} : { client_id: clientId },
        outputs,
      ]);
      tellStatus();
      void work();
    },
    remove(id) {
      if (pending.some((item) => item[1] === id)) cancelled.push(id);
      pending = pending.filter((item) => item[1] !== id);
    },
    interrupt(id) {
      if (id !== undefined && running?.[1] !== id) return;
      interrupt = true;
      held?.release();
    },
    hold(step) {
      let release = () => {};
      let reach = (_: string) => {};
      const reached = new Promise<string>((resolve) => {
        reach = resolve;
      });
      const gate = new Promise<void>((resolve) => {
        release = () => {
          held = undefined;
          resolve();
        };
      });
      held = { step, reach, gate, release };
      return { reached, release };
    },
    reset() {
      life++;
      pending = [];
      running = undefined;
      history = {};
    },
  };
}

export const keyOf = ({ filename, subfolder, type }: SavedFile): string => `${type}/${subfolder}/${filename}`;
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
