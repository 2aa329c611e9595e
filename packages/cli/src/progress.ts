import type { RequestStatus } from "@model-api/client";

/** Tells a person what a request is doing, on stderr. */
export interface Progress {
  update(status: RequestStatus): void;
  /** Ends the display; `final` stays on the screen. */
  stop(final?: string): void;
}

const TICK_MS = 100;
/** By how many per cent a run comes further between two lines. */
const LINE_STEP = 10;

/** A line that is redrawn on a terminal, a line for each change elsewhere, nothing when quiet. */
export async function createProgress(label: string, { quiet }: { quiet: boolean }): Promise<Progress> {
  if (quiet) return { update() {}, stop() {} };
  return process.stderr.isTTY ? spinner(label) : lines(label);
}

async function spinner(label: string): Promise<Progress> {
  const { default: yoctoSpinner } = await import("yocto-spinner");
  const started = Date.now();
  let state = "submitting";
  // What changes comes first, and the line stays within the terminal: one that wraps cannot be redrawn.
  const text = () => `${state}  ${elapsed(started)}  ${label}`.slice(0, (process.stderr.columns || 80) - 3);
  const display = yoctoSpinner({ text: text() }).start();
  const timer = setInterval(() => {
    display.text = text();
  }, TICK_MS);
  return {
    update(status) {
      state = describe(status);
    },
    stop(final) {
      clearInterval(timer);
      display.stop();
      if (final) console.error(final);
    },
  };
}

function lines(label: string): Progress {
  const started = Date.now();
  let last: string | undefined;
  return {
    update(status) {
      const text = describe(status, LINE_STEP);
      if (text !== last) console.error(`${label}: ${text} (${elapsed(started)})`);
      last = text;
    },
    stop(final) {
      if (final) console.error(final);
    },
  };
}

function describe(status: RequestStatus, step = 1): string {
  if (status.status === "unknown") return status.reported;
  if (status.status === "in_progress" && status.progress !== undefined)
    return `in progress, ${percentage(status.progress, step)}`;
  if (status.status !== "in_queue" || status.queuePosition === undefined)
    return status.status.replace("_", " ");
  return status.queuePosition === 0 ? "in queue, next" : `in queue, ${status.queuePosition} ahead`;
}

/** In whole steps, the last that has been reached: what is not done is not told as 100 %. */
export function percentage(progress: number, step = 1): string {
  const part = Math.min(Math.max(progress, 0), 1);
  // A hundred times 0.29 is a little less than 29.
  return `${Math.floor((part * 100) / step + 1e-9) * step} %`;
}

function elapsed(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
