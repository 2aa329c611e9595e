import type { RequestStatus } from "@model-api/client";
import { bar, elapsed, percentage, SPINNER } from "./bar.js";
import { coloursOf } from "./colours.js";
import { tell } from "./streams.js";
import { cut } from "./table.js";

/** Tells a person what a request is doing, on stderr. */
export interface Progress {
  update(status: RequestStatus): void;
  /** What it does where that is not a status: `uploading`. */
  say(state: string): void;
  /** Ends the display; `final` stays on the screen. */
  stop(final?: string): void;
}

const TICK_MS = 100;
/** By how many per cent a run comes further between two lines. */
const LINE_STEP = 10;

/** A line that is redrawn on a terminal, a line for each change elsewhere, nothing when quiet. */
export async function createProgress(label: string, { quiet }: { quiet: boolean }): Promise<Progress> {
  if (quiet) return { update() {}, say() {}, stop() {} };
  return process.stderr.isTTY ? live(label) : lines(label);
}

async function live(label: string): Promise<Progress> {
  const { redrawn } = await import("./redrawn.js");
  const colours = coloursOf(process.stderr);
  const started = Date.now();
  let state = "submitting";
  let part: number | undefined;
  const line = (width: number, tick: number) => {
    const meter = part === undefined || width < 50 ? "" : `${bar(part, 16)} `;
    // What changes comes first, and the line stays within the terminal: one that wraps cannot be redrawn.
    const text = cut(`${state}  ${elapsed(started)}  ${label}`, Math.max(1, width - 3 - meter.length));
    return `${colours.cyan(SPINNER[tick % SPINNER.length] ?? "")} ${colours.green(meter)}${text}`;
  };
  const display = await redrawn(line, TICK_MS);
  return {
    update(status) {
      state = describe(status);
      part = status.status === "in_progress" ? status.progress : undefined;
    },
    say(text) {
      state = text;
    },
    stop(final) {
      display.stop();
      if (final) tell(final);
    },
  };
}

function lines(label: string): Progress {
  const started = Date.now();
  let last: string | undefined;
  const say = (text: string) => {
    if (text !== last) tell(`${label}: ${text} (${elapsed(started)})`);
    last = text;
  };
  return {
    update: (status) => say(describe(status, LINE_STEP)),
    say,
    stop(final) {
      if (final) tell(final);
    },
  };
}

/** A status in words. */
export function describe(status: RequestStatus, step = 1): string {
  if (status.status === "unknown") return status.reported;
  if (status.status === "in_progress" && status.progress !== undefined)
    return `in progress, ${percentage(status.progress, step)}`;
  if (status.status !== "in_queue" || status.queuePosition === undefined)
    return status.status.replace("_", " ");
  return status.queuePosition === 0 ? "in queue, next" : `in queue, ${status.queuePosition} ahead`;
}
