import type { EngineContext } from "../engine.js";
import type { Events, HostEvent } from "./events.js";
import { interrupted, lost, nodeFailed, type Situation, workflowFailed } from "./failures.js";
import type { HistoryEntry, Host } from "./host.js";
import { HostFailure } from "./host-failure.js";
import type { Workflow } from "./workflow.js";

export interface Followed {
  readonly id: string;
  readonly workflow: Workflow;
  readonly host: Host;
  readonly events: Events;
  readonly situation: Situation;
  readonly context: Pick<EngineContext, "clock" | "signal" | "log">;
  /** Whether the workflow may have ended already. */
  readonly lookFirst: boolean;
  /** Hears of each message about this workflow. */
  onEvent(event: HostEvent): void;
}

/** How often ComfyUI is asked where its websocket says nothing. */
const POLL_MS = 1000;
/** How often where it does: a connection may be dead without anybody knowing. */
const CHECK_MS = 15_000;
/** How long it may fail to answer, which is as long as a restart takes. */
const PATIENCE_MS = 60_000;
/** Messages after which the workflow has ended, or is about to be in the history. */
const LAST = ["execution_success", "execution_error", "execution_interrupted"];

/** Waits until a workflow has ended; resolves with what its nodes have made. Throws an `EngineError` where it did not end well. */
export async function follow(followed: Followed): Promise<HistoryEntry["outputs"]> {
  const { id, workflow, host, events, situation, context } = followed;
  const { clock, signal, log } = context;
  const heard: { made: Record<string, unknown>; failure?: Error; ended: boolean } = {
    made: {},
    ended: false,
  };
  const alarm = createAlarm(clock, signal);
  if (followed.lookFirst) alarm.ring();
  let failingSince: number | undefined;

  events.listen((event) => {
    if (!event) {
      alarm.ring();
      return;
    }
    const { type, data } = event;
    // Each run is a client of its own, so that what names no workflow is about this one; some messages go to everybody.
    if (data.prompt_id !== undefined ? data.prompt_id !== id : type === "status") return;
    followed.onEvent(event);
    if (type === "executed") heard.made[String(data.node)] = data.output;
    if (type === "execution_error") heard.failure = failed(data);
    if (type === "execution_interrupted") heard.failure = interrupted(situation);
    if (LAST.includes(type)) heard.ended = true;
    if (heard.ended || (type === "executing" && data.node === null && data.prompt_id === id)) alarm.ring();
  });

  function failed(data: Readonly<Record<string, unknown>>): Error {
    const { node_id: node, node_type: type, exception_type: exception, traceback } = data;
    log.error({ promptId: id, node, type, exception, traceback }, "a node of the workflow failed");
    return nodeFailed(data, workflow);
  }

  /** What the history says of it; undefined while it waits or runs. */
  async function look(): Promise<HistoryEntry["outputs"] | undefined> {
    const entry = (await host.history(id)) ?? (await afterTheQueue());
    if (!entry) return undefined;
    const messages = Array.isArray(entry.status?.messages) ? entry.status.messages : [];
    for (const [type, data] of messages.filter(Array.isArray)) {
      if (type === "execution_interrupted") throw interrupted(situation);
      if (type === "execution_error") throw heard.failure ?? failed(Object(data));
    }
    if (heard.failure) throw heard.failure;
    if (entry.status?.status_str === "error") throw workflowFailed(situation);
    return entry.outputs;
  }

  /** What is neither in the queue nor, thereafter, in the history is not there any more. */
  async function afterTheQueue(): Promise<HistoryEntry | undefined> {
    const { running, pending } = await host.queued();
    if ([...running, ...pending].some((item) => item.id === id)) return undefined;
    const entry = await host.history(id);
    if (entry) return entry;
    if (heard.failure) throw heard.failure;
    // Somebody has cleared the history.
    if (heard.ended) return { outputs: heard.made };
    throw lost(
      "ComfyUI does not know the workflow any more: it was restarted, or its queue was cleared",
      situation,
    );
  }

  try {
    for (;;) {
      await alarm.wait(events.alive && !heard.ended ? CHECK_MS : POLL_MS);
      signal.throwIfAborted();
      try {
        const outputs = await look();
        if (outputs) return outputs;
        failingSince = undefined;
      } catch (error) {
        if (!(error instanceof HostFailure)) throw error;
        signal.throwIfAborted();
        if (heard.failure) throw heard.failure;
        failingSince ??= clock.now();
        log.warn(
          { promptId: id, reason: error.message },
          "ComfyUI does not say how far the workflow is; asking again",
        );
        if (clock.now() - failingSince >= PATIENCE_MS)
          throw lost(`ComfyUI has not answered for a minute (${error.message})`, situation, error);
      }
    }
  } finally {
    alarm.stop();
  }
}

/** Waits for a time, or for something to happen; what happens while nobody waits is not lost. */
function createAlarm(clock: EngineContext["clock"], signal: AbortSignal) {
  let rung = false;
  let wake: (() => void) | undefined;
  const ring = () => {
    rung = true;
    wake?.();
  };
  signal.addEventListener("abort", ring);
  return {
    ring,
    async wait(ms: number): Promise<void> {
      if (!rung && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const disarm = clock.after(ms, resolve);
          wake = () => {
            disarm();
            resolve();
          };
        });
      }
      wake = undefined;
      rung = false;
    },
    stop: () => signal.removeEventListener("abort", ring),
  };
}
