import { EngineError } from "../engine.js";
import type { HostFailure } from "./host-failure.js";
import { describeNode, isRecord, type Workflow } from "./workflow.js";

/** What callers are told. Nothing here quotes a workflow, a list of the host's files, or a traceback: those are the operator's. */

/** How long ComfyUI takes to start. */
const RESTART_MS = 15_000;
const MAX_SHOWN = 5;
const MAX_TEXT = 400;

export interface Situation {
  /** Host and port of ComfyUI. */
  readonly host: string;
  readonly repeatable: boolean;
}

/** A call before the workflow was queued, or one whose failure says that it was not. */
export function notBegun(failure: HostFailure, { host }: Situation): EngineError {
  const { kind, status, retryAfterMs = RESTART_MS } = failure;
  const options = { cause: failure };
  const nothing = "Nothing was run.";
  if (kind === "garbled")
    return new EngineError(
      "final",
      `What answers at ${host} is not ComfyUI (${failure.message}). Its operator should check the url of the mapping. ${nothing}`,
      { ...options, code: "not_comfyui" },
    );
  if (status !== undefined && status >= 300 && status < 400)
    return new EngineError(
      "final",
      `ComfyUI at ${host} sends to another address (${failure.message}), which is not followed. Its operator should put the final address into the mapping. ${nothing}`,
      options,
    );
  if (status === 413)
    return new EngineError(
      "final",
      `ComfyUI at ${host} takes no file of this size (${failure.message}). Use a smaller one, or have its operator raise --max-upload-size. ${nothing}`,
      options,
    );
  if (status !== undefined && status < 500 && status !== 408 && status !== 429)
    return new EngineError(
      "final",
      `ComfyUI at ${host} refused the work (${failure.message}). ${nothing}`,
      options,
    );
  return new EngineError(
    "transient",
    `ComfyUI at ${host} cannot be reached (${failure.message}). ${nothing}`,
    {
      ...options,
      retryAfterMs,
    },
  );
}

/** Nobody can say whether the workflow was queued, is running, or has run. */
export function lost(what: string, { host, repeatable }: Situation, cause?: unknown): EngineError {
  if (repeatable)
    return new EngineError("transient", `${what} (ComfyUI at ${host}). It can be run again.`, {
      cause,
      retryAfterMs: RESTART_MS,
    });
  return new EngineError(
    "unknown",
    `${what} (ComfyUI at ${host}). The work may have been done, and its host is paid for. It was not repeated.`,
    { cause },
  );
}

/** What HTTP 400 to `POST /prompt` says. */
export function workflowInvalid(failure: HostFailure, workflow: Workflow, { host }: Situation): EngineError {
  const said = reasonsOf(failure.body, workflow, host);
  const message = said ?? `ComfyUI at ${host} refused the workflow (${failure.message}).`;
  return new EngineError("final", `${message} Nothing was run.`, {
    cause: failure,
    code: "workflow_invalid",
  });
}

function reasonsOf(body: string, workflow: Workflow, host: string): string | undefined {
  const { error, node_errors: nodeErrors } = Object(parse(body));
  const { type, message, details, extra_info: extra } = Object(error);
  const id = String(Object(extra).node_id ?? /#([^'"\s]+)/.exec(String(details))?.[1]);
  if ((type === "missing_node_type" || type === "invalid_prompt") && Object.hasOwn(workflow, id)) {
    const classType = workflow[id]?.class_type;
    return `ComfyUI at ${host} has no node class ${classType}, which node ${id} of the workflow is. Its operator should install the custom node that brings it (in ComfyUI's manager: Install Missing Custom Nodes) and restart ComfyUI.`;
  }
  const nodes = isRecord(nodeErrors) ? Object.entries(nodeErrors) : [];
  const reasons = nodes.flatMap(([id, value]) => {
    const { errors } = Object(value);
    return (Array.isArray(errors) ? errors : []).map((one) => {
      const { message, extra_info: extra } = Object(one);
      const input = Object(extra).input_name;
      return `${describeNode(workflow, id)}${typeof input === "string" ? `, input ${input}` : ""}: ${short(message)}`;
    });
  });
  if (reasons.length === 0)
    return typeof message === "string"
      ? `ComfyUI at ${host} refused the workflow: ${short(message)}.`
      : undefined;
  const more = reasons.length > MAX_SHOWN ? `; and ${reasons.length - MAX_SHOWN} more` : "";
  return `ComfyUI at ${host} refused the workflow: ${reasons.slice(0, MAX_SHOWN).join("; ")}${more}.`;
}

/** What the message `execution_error` says. */
export function nodeFailed(data: Readonly<Record<string, unknown>>, workflow: Workflow): EngineError {
  const id = String(data.node_id);
  const type = typeof data.node_type === "string" ? data.node_type : workflow[id]?.class_type;
  return new EngineError(
    "final",
    `Node ${id} (${type}) of the workflow failed: ${short(data.exception_message)}. The server's log says more.`,
    { code: "workflow_failed" },
  );
}

/** For what gives no reason. */
export function workflowFailed({ host }: Situation): EngineError {
  return new EngineError("final", `The workflow failed in ComfyUI at ${host}, whose log says more.`, {
    code: "workflow_failed",
  });
}

export function interrupted({ host }: Situation): EngineError {
  return new EngineError(
    "final",
    `The workflow was interrupted by somebody who works with the same ComfyUI (${host}). Submit again.`,
    { code: "interrupted" },
  );
}

export function noOutput(reason: string): EngineError {
  return new EngineError("final", `The workflow has ended, and ${reason}.`, { code: "no_output" });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function short(value: unknown): string {
  const text = String(value ?? "no reason given").trim();
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text.replace(/\.$/, "");
}
