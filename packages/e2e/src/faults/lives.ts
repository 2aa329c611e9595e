import type { Plan } from "./plan.js";
import type { SceneWish } from "./scene.js";

/** A run that is aborted somewhere, and what stands in its way. Plain data. */
export interface Life {
  readonly name: string;
  readonly queue: SceneWish["queue"];
  /** Milliseconds of real time that the engine takes. */
  readonly runMs: number;
  readonly cancelOnAbort: boolean;
  /** What the abort's own cancel comes to, once the run has come to rest; undefined where there is none. */
  readonly outcome?: "cancelled" | "too_late" | "unknown";
  readonly plan?: Plan;
}

const SHORT_MS = 40;
const ENDLESS_MS = 600_000;

const REFUSED_ONCE = {
  kind: "forge",
  forwarded: false,
  answer: { status: 503, body: "", retryAfter: { seconds: 2, as: "seconds" } },
} as const;

export const LIVES: readonly Life[] = [
  { name: "a run without a hitch", queue: "moving", runMs: SHORT_MS, cancelOnAbort: false },
  {
    name: "a run whose submit is refused at first",
    queue: "moving",
    runMs: SHORT_MS,
    cancelOnAbort: false,
    plan: { route: "submit", times: 1, fault: REFUSED_ONCE },
  },
  {
    name: "a run whose status has to be asked for again",
    queue: "moving",
    runMs: SHORT_MS,
    cancelOnAbort: false,
    plan: { route: "status", times: 1, fault: { kind: "reset", forwarded: true } },
  },
  {
    name: "a run whose status is asked too often",
    queue: "moving",
    runMs: SHORT_MS,
    cancelOnAbort: false,
    plan: { route: "status", times: 1, fault: REFUSED_ONCE },
  },
  {
    name: "a queued run that is cancelled with its waiting",
    queue: "blocked",
    runMs: SHORT_MS,
    cancelOnAbort: true,
    outcome: "cancelled",
  },
  {
    name: "a running run that cannot be cancelled any more",
    queue: "moving",
    runMs: ENDLESS_MS,
    cancelOnAbort: true,
    outcome: "too_late",
  },
  {
    name: "a run whose cancel is lost",
    queue: "blocked",
    runMs: SHORT_MS,
    cancelOnAbort: true,
    outcome: "unknown",
    plan: { route: "cancel", times: "always", fault: { kind: "reset", forwarded: false } },
  },
  {
    name: "a run whose cancel hangs",
    queue: "blocked",
    runMs: SHORT_MS,
    cancelOnAbort: true,
    outcome: "unknown",
    plan: { route: "cancel", times: "always", fault: { kind: "stall", within: "answer" } },
  },
];
