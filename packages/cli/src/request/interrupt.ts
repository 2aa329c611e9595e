import { setMaxListeners } from "node:events";
import { EXIT } from "../exit-codes.js";

export type StopSignal = "SIGINT" | "SIGTERM" | "SIGHUP";

const CODES: Readonly<Record<StopSignal, number>> = {
  SIGINT: EXIT.interrupted,
  SIGTERM: EXIT.terminated,
  SIGHUP: EXIT.hungUp,
};

/** Why work stops, as the reason of an aborted signal. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
  readonly by: StopSignal;

  constructor(by: StopSignal) {
    super(by === "SIGINT" ? "interrupted" : "told to stop");
    this.by = by;
  }

  get exitCode(): number {
    return CODES[this.by];
  }
}

export interface Interrupt {
  /** Aborted by Ctrl-C: a person who waits changes their mind. What can be cancelled is. */
  readonly cancel: AbortSignal;
  /** Aborted when the terminal is closed or the process is told to stop: it leaves, and what it has begun goes on. */
  readonly leave: AbortSignal;
  /** Aborted by either. */
  readonly any: AbortSignal;
  /** What has stopped it; undefined while nothing has. */
  readonly reason: Interrupted | undefined;
  done(): void;
}

/**
 * Hears the signals that end a command. The first lets it say what became of its work; the second leaves at once. A request that was
 * submitted is in the journal by then.
 */
export function onInterrupt(): Interrupt {
  const cancel = new AbortController();
  const leave = new AbortController();
  let reason: Interrupted | undefined;
  const hear = (by: StopSignal) => {
    if (reason) process.exit(CODES[by]);
    reason = new Interrupted(by);
    (by === "SIGINT" ? cancel : leave).abort(reason);
  };
  const signals = Object.keys(CODES) as StopSignal[];
  for (const signal of signals) process.on(signal, hear);
  const any = AbortSignal.any([cancel.signal, leave.signal]);
  // All runs of a batch listen.
  setMaxListeners(0, cancel.signal, leave.signal, any);
  return {
    cancel: cancel.signal,
    leave: leave.signal,
    any,
    get reason() {
      return reason;
    },
    done() {
      for (const signal of signals) process.off(signal, hear);
    },
  };
}
