import type { HostEvent } from "./events.js";
import { isRecord } from "./workflow.js";

/**
 * How far a workflow has come: each of its nodes counts the same, one that runs by its own steps. It never goes back, and it is below 1
 * until the workflow has ended.
 */
export function createProgress(
  nodes: readonly string[],
  report: (fraction: number) => void,
): (event: HostEvent) => void {
  const known = new Set(nodes);
  const done = new Set<string>();
  let running: string | undefined;
  let part = 0;
  let told = 0;

  function tell(): void {
    const extra = running !== undefined && !done.has(running) ? part : 0;
    const fraction = Math.min((done.size + extra) / (known.size + 1), 1);
    if (fraction <= told) return;
    told = fraction;
    report(fraction);
  }

  function finish(node: unknown): void {
    if (typeof node === "string" && known.has(node)) done.add(node);
  }

  function run(node: unknown, value = 0): void {
    if (node !== running) finish(running);
    // A node that expands into others is told by the ids of those; it runs on meanwhile.
    if (typeof node !== "string" || !known.has(node)) return;
    running = node;
    part = value;
  }

  return ({ type, data }) => {
    if (type === "execution_cached" && Array.isArray(data.nodes)) data.nodes.forEach(finish);
    else if (type === "executing") run(data.display_node ?? data.node);
    else if (type === "executed") finish(data.node);
    else if (type === "progress") run(data.node ?? running, shareOf(data.value, data.max));
    else if (type === "progress_state" && isRecord(data.nodes)) {
      for (const [id, state] of Object.entries(data.nodes)) {
        const { state: name, value, max } = Object(state);
        if (name === "finished") finish(id);
        else if (name === "running" && id === running) part = shareOf(value, max);
      }
    }
    tell();
  };
}

function shareOf(value: unknown, max: unknown): number {
  const share = Number(value) / Number(max);
  return share >= 0 ? Math.min(share, 1) : 0;
}
