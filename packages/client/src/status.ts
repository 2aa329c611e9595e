import type { Answer } from "./transport.js";

/** Where a request stands; told apart by `status`. */
export type RequestStatus =
  | {
      readonly status: "in_queue";
      /** Requests ahead of this one, where the server says so. */
      readonly queuePosition?: number;
    }
  | { readonly status: "in_progress" | "completed" | "failed" | "cancelled" }
  | {
      /** The server used a word that this version does not know. It counts as not finished. */
      readonly status: "unknown";
      readonly reported: string;
    };

/** The words that are met on the wire besides the documented ones, and what they mean. */
const SYNONYMS: Readonly<Record<string, "in_queue" | "in_progress" | "completed" | "failed" | "cancelled">> =
  {
    in_queue: "in_queue",
    pending: "in_queue",
    waiting: "in_queue",
    starting: "in_queue",
    in_progress: "in_progress",
    processing: "in_progress",
    completed: "completed",
    succeeded: "completed",
    failed: "failed",
    cancelled: "cancelled",
    canceled: "cancelled",
  };

export function toStatus(
  answer: Pick<Answer<"getRequestStatus">, "status" | "queue_position">,
): RequestStatus {
  const reported = String(answer.status);
  const status = Object.hasOwn(SYNONYMS, reported) ? SYNONYMS[reported] : undefined;
  if (status === undefined) return { status: "unknown", reported };
  if (status !== "in_queue") return { status };
  return typeof answer.queue_position === "number"
    ? { status, queuePosition: answer.queue_position }
    : { status };
}

/** Whether nothing will change any more. */
export function isFinal({ status }: RequestStatus): boolean {
  return status === "completed" || status === "failed" || status === "cancelled";
}

export function isSameStatus(a: RequestStatus | undefined, b: RequestStatus): boolean {
  return a !== undefined && JSON.stringify(a) === JSON.stringify(b);
}
