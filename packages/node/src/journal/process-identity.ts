import { readFileSync } from "node:fs";
import { hostname, uptime } from "node:os";

/** Names one process, so that another one that got its number later is not taken for it. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** When it started, as the system counts it; undefined where the system does not say. */
  readonly start: string | undefined;
  /** Milliseconds since the epoch at which this was written down. */
  readonly at: number;
}

let own: string | undefined | null = null;

/** This process. */
export function thisProcess(now: number): ProcessIdentity {
  if (own === null) own = startOf(process.pid);
  return { pid: process.pid, host: hostname(), start: own, at: now };
}

/** Whether the process may be running: one on another machine cannot be asked. */
export function isAlive({ pid, host, start, at }: ProcessIdentity): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // There is such a process, of somebody else.
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  if (start !== undefined) return startOf(pid) === start;
  // Where the system does not tell starts, a restart of the machine is still certain to have ended it.
  return at >= Date.now() - uptime() * 1000;
}

/** The boot and the tick in which a process started; undefined where the system does not say, or the process has ended. */
function startOf(pid: number): string | undefined {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    // The name of the program, in parentheses, may hold anything.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    const [state] = fields;
    // Ended, and not yet noticed by its parent.
    if (state === "Z" || state === "X") return undefined;
    return `${boot} ${fields[19]}`;
  } catch {
    return undefined;
  }
}
