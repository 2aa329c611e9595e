import type { Clock, RequestStatus } from "@model-api/client";
import type { ToolCall } from "./tools/define-tool.js";

/** Milliseconds between two signs of life: clients give up on calls from which they hear nothing for a minute. */
const HEARTBEAT = 10_000;
/** Of the whole, 100: where the run begins, and where it has ended and its files are fetched. */
const BEGUN = 5;
const ENDED = 95;

export interface Progress {
  status(status: RequestStatus): void;
  /** Nothing is told any more. */
  stop(): void;
}

/** Tells the client how far a request is, if it has asked for that. What is told only ever grows, as the protocol demands. */
export function createProgress({ request, signal }: ToolCall, clock: Clock): Progress {
  const token = request._meta?.progressToken;
  if (token === undefined) return { status() {}, stop() {} };
  let last = 0;
  let message = "submitted";
  let isOver = false;
  let disarm = () => {};

  function tell(target: number): void {
    if (isOver || signal.aborted) return;
    // Where nothing has moved, a hundredth of what is left of this part.
    const end = [BEGUN, ENDED].find((part) => last < part) ?? 100;
    last = target > last ? target : last + (end - last) / 100;
    request
      .notify({
        method: "notifications/progress",
        params: { progressToken: token, progress: last, total: 100, message },
      })
      // Who has gone needs no progress.
      .catch(() => {});
    disarm();
    disarm = clock.after(HEARTBEAT, () => tell(last));
  }

  return {
    status(status) {
      message = wordsOf(status);
      tell(positionOf(status));
    },
    stop() {
      isOver = true;
      disarm();
    },
  };
}

function positionOf(status: RequestStatus): number {
  if (status.status === "in_progress") return BEGUN + (ENDED - BEGUN) * Math.min(1, status.progress ?? 0);
  return status.status === "in_queue" || status.status === "unknown" ? 0 : ENDED;
}

function wordsOf(status: RequestStatus): string {
  if (status.status === "in_queue") {
    const { queuePosition } = status;
    return queuePosition === undefined ? "in the queue" : `in the queue, ${queuePosition} ahead`;
  }
  if (status.status === "in_progress")
    return status.progress === undefined ? "running" : `running, ${Math.round(status.progress * 100)} %`;
  return status.status === "unknown" ? status.reported : status.status;
}
