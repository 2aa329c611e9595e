import {
  type AppliedOperation,
  type EngineContext,
  type EngineResult,
  type EngineTask,
  type IgnoredInstruction,
  RunAborted,
} from "../engine.js";
import type { Binding } from "./binding.js";
import { type Events, listenTo } from "./events.js";
import type { Situation } from "./failures.js";
import { fitOutput, type PictureRule } from "./fit-output.js";
import { follow } from "./follow.js";
import { connect, type Host } from "./host.js";
import { collect } from "./outputs.js";
import { ignoredOf, prepare, ruleOf } from "./prepare.js";
import { createProgress } from "./progress.js";
import { submit } from "./submit.js";
import type { Workflow } from "./workflow.js";

export interface RunParts {
  readonly task: EngineTask;
  readonly binding: Binding;
  readonly context: EngineContext;
  readonly url: URL;
  readonly fetch: typeof globalThis.fetch;
  readonly situation: Situation;
  /** Where the cancellation of a run that was aborted is put, so that whoever closes the engine can wait for it. */
  readonly leaving: Set<Promise<void>>;
}

export interface ComfyUIRun {
  /** Begins as a client of its own. */
  begin(clientId: string): Promise<EngineResult>;
  /** Waits for a workflow that is there already. */
  goOn(promptId: string): Promise<EngineResult>;
}

/** How long the websocket may take to open before the work begins without it. */
const SOCKET_MS = 5000;

/** One request at ComfyUI. */
export function createRun({ task, binding, context, url, fetch, situation, leaving }: RunParts): ComfyUIRun {
  const { clock, signal, log } = context;
  const host = connect({ url, fetch, clock, signal });
  const applied: AppliedOperation[] = [];
  const ignored: IgnoredInstruction[] = ignoredOf(binding, task.input);

  async function begin(clientId: string): Promise<EngineResult> {
    const { workflow, chosen, rule } = await prepare(binding, task, context, host, situation);
    const events = listenTo(host.socketUrl(clientId));
    try {
      await patiently(events.settled, context);
      signal.throwIfAborted();
      let promptId = clientId;
      let remembered = false;
      try {
        promptId = await submit(workflow, clientId, { host, situation, context });
        await context.remember(promptId);
        remembered = true;
        log.info({ promptId, followed: events.alive ? "websocket" : "polling" }, "queued at ComfyUI");
        return await finish(promptId, workflow, events, rule, saying(workflow, chosen));
      } catch (error) {
        if (signal.aborted) leave(promptId, remembered, host);
        throw error;
      }
    } finally {
      events.close();
    }
  }

  async function goOn(promptId: string): Promise<EngineResult> {
    const rule = await ruleOf(binding, task.input, context.fetchMedia).then(
      (known) => known.rule,
      () => undefined,
    );
    if (binding.sized && !rule)
      ignored.push({
        instruction: "resolution",
        reason:
          "the first picture could not be fetched again after a restart, so the size is the workflow's own",
      });
    // Where ComfyUI has taken our id for the workflow, it is the client's as well, and its messages come here.
    const events = listenTo(host.socketUrl(encodeURIComponent(promptId)));
    try {
      await patiently(events.settled, context);
      const detail = `went on with a workflow of ${Object.keys(binding.workflow).length} nodes that had been queued before a restart`;
      return await finish(promptId, binding.workflow, events, rule, detail, true);
    } catch (error) {
      if (signal.aborted) leave(promptId, true, host);
      throw error;
    } finally {
      events.close();
    }
  }

  async function finish(
    id: string,
    workflow: Workflow,
    events: Events,
    rule: PictureRule | undefined,
    detail: string,
    lookFirst = false,
  ): Promise<EngineResult> {
    const onEvent = createProgress(Object.keys(workflow), context.progress);
    const outputs = await follow({ id, workflow, host, events, situation, context, onEvent, lookFirst });
    applied.push({ operation: "run-workflow", detail });
    const files = await collect(outputs, binding, {
      host,
      situation,
      context,
      async keep(file) {
        if (!rule || file.kind !== "image") return context.keep(file);
        const fitted = await fitOutput(file, rule);
        applied.push(...fitted.applied);
        return context.keep(fitted.file);
      },
    });
    return { files, report: { engine: "comfyui", applied, ignored } };
  }

  /**
   * Stops the work of a run that was aborted, without waiting for it. Where somebody goes on with the work (after a shutdown, or on another
   * machine), it goes on as well.
   */
  function leave(promptId: string, remembered: boolean, { cancel }: Host): void {
    if (remembered && RunAborted.isInstance(signal.reason) && signal.reason.why !== "timed_out") return;
    const done = cancel(promptId)
      .catch((error) =>
        log.warn({ promptId, reason: String(error) }, "a workflow could not be cancelled; it runs on"),
      )
      .finally(() => leaving.delete(done));
    leaving.add(done);
  }

  return { begin, goOn };
}

function saying(workflow: Workflow, chosen: ReadonlyMap<string, number>): string {
  const numbers = [...chosen].map(([name, value]) => `${name} ${value}`).join(", ");
  return `ran a workflow of ${Object.keys(workflow).length} nodes${numbers && `, with ${numbers}`}`;
}

/** Waits for what may never happen, for a time. */
async function patiently(work: Promise<void>, { clock, signal }: EngineContext): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const end = () => {
      disarm();
      signal.removeEventListener("abort", end);
      resolve();
    };
    const disarm = clock.after(SOCKET_MS, end);
    signal.addEventListener("abort", end);
    void work.then(end);
  });
}
