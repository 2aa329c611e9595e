import { basename } from "node:path";
import { bar } from "../output/bar.js";
import { coloursOf } from "../output/colours.js";
import { printEvent } from "../output/json.js";
import { print, tell } from "../output/streams.js";
import { cut } from "../output/table.js";
import type { RunFlags } from "../request/run-flags.js";
import { isForScript } from "../request/run-flags.js";
import type { Outcome } from "./outcome.js";

const TICK_MS = 120;
/** The widest bar, and how wide the words beside it may be. */
const BAR = 24;
const WORDS = 42;

/** How far a batch is. */
export interface Counts {
  readonly total: number;
  completed: number;
  failed: number;
  running: number;
  /** How many of those that have ended had ended before this start. */
  before: number;
}

/** Shows a batch: one bar over all on a terminal, a line for each row elsewhere, events for a script. */
export interface BatchDisplay {
  ended(outcome: Outcome): void;
  stop(): void;
}

export async function createBatchDisplay(
  file: string,
  counts: Counts,
  flags: RunFlags,
): Promise<BatchDisplay> {
  const printPaths = (outcome: Outcome) => {
    if (flags.ndjson) printEvent("row", outcome);
    else if (!flags.json) for (const path of outcome.files ?? []) print(path);
  };
  if (isForScript(flags) || !process.stderr.isTTY) {
    return {
      ended(outcome) {
        if (!isForScript(flags))
          tell(`${words(outcome)} (${counts.completed + counts.failed}/${counts.total})`);
        printPaths(outcome);
      },
      stop() {},
    };
  }
  const { redrawn } = await import("../output/redrawn.js");
  const colours = coloursOf(process.stderr);
  const began = Date.now();
  const display = await redrawn((width) => {
    const part = (counts.completed + counts.failed) / counts.total;
    // The numbers go before the bar where there is no room for both.
    const barWidth = Math.min(BAR, width - WORDS);
    const drawn = barWidth < 4 ? "" : `${colours.green(bar(part, barWidth))} `;
    const room = width - (drawn ? barWidth + 1 : 0) - 1;
    const text = cut(`${summary(counts, began)}  ${basename(file)}`, Math.max(1, room));
    return `${drawn}${counts.failed > 0 ? colours.yellow(text) : text}`;
  }, TICK_MS);
  return {
    ended(outcome) {
      if (outcome.state !== "completed") display.tell(colours.red(words(outcome)));
      // Where stdout is the same terminal, the bar is in the way.
      if (!process.stdout.isTTY) printPaths(outcome);
      else for (const path of outcome.files ?? []) display.tell(path);
    },
    stop: () => display.stop(),
  };
}

function summary({ total, completed, failed, running, before }: Counts, began: number): string {
  const ended = completed + failed;
  const now = ended - before;
  const left = now > 0 ? ((Date.now() - began) / now) * (total - ended) : undefined;
  return [
    `${ended}/${total}`,
    `${running} running`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(left !== undefined && ended < total ? [`${duration(left)} left`] : []),
  ].join("  ");
}

function duration(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 90) return `${seconds} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

function words({ line, state, requestId, error }: Outcome): string {
  const request = requestId && !error?.includes(requestId) ? ` (${requestId})` : "";
  return `line ${line}: ${state}${request}${error ? `: ${error}` : ""}`;
}
