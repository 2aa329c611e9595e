import type { EngineContext } from "../engine.js";
import { lost, notBegun, type Situation, workflowInvalid } from "./failures.js";
import type { Host } from "./host.js";
import { HostFailure } from "./host-failure.js";
import type { Workflow } from "./workflow.js";

export interface SubmitParts {
  readonly host: Host;
  readonly situation: Situation;
  readonly context: Pick<EngineContext, "log" | "signal">;
}

/**
 * Queues a workflow; resolves with its id. Where the answer is lost, the queue and the history are asked for it, so that what was queued is
 * never queued twice and what certainly was not is told so.
 */
export async function submit(workflow: Workflow, clientId: string, parts: SubmitParts): Promise<string> {
  const { host, situation, context } = parts;
  try {
    return await host.queue(workflow, clientId);
  } catch (error) {
    context.signal.throwIfAborted();
    if (!(error instanceof HostFailure)) throw error;
    if (error.status === 400) {
      const refusal = workflowInvalid(error, workflow, situation);
      context.log.error({ reason: refusal.message }, "ComfyUI refused the workflow");
      throw refusal;
    }
    const { kind, status = 0 } = error;
    // Of what has not arrived, and of what was refused, there is nothing to be found.
    if (kind === "unreachable" || (kind === "refused" && status < 500)) throw notBegun(error, situation);
    const found = await host.find(clientId).catch((failure: unknown) => {
      context.signal.throwIfAborted();
      if (failure instanceof HostFailure) return failure;
      throw failure;
    });
    if (typeof found === "string") return found;
    // ComfyUI itself has failed before it queued anything. A proxy in front of it answers with other numbers, and knows less.
    const isAbsent = found === undefined && status === 500;
    if (isAbsent || (situation.repeatable && kind === "garbled")) throw notBegun(error, situation);
    throw lost(`The answer to a workflow was lost (${error.message})`, situation, error);
  }
}
