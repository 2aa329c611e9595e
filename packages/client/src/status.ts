import type { Answer } from "./contract.js";

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

/** The documented words, each before the others that are met on the wire for it. */
const WORDS = [
  ["in_queue", "pending", "waiting", "starting"],
  ["in_progress", "processing"],
  ["completed", "succeeded"],
  ["failed"],
  ["cancelled", "canceled"],
] as const;
const FINAL = /^(completed|failed|cancelled)$/;

export function toStatus(
  answer: Pick<Answer<"getRequestStatus">, "status" | "queue_position">,
): RequestStatus {
  const reported: string = answer.status;
  const status = WORDS.find((words) => words.some((word) => word === reported))?.[0];
  const queuePosition = answer.queue_position;
  if (!status) return { status: "unknown", reported };
  if (status !== "in_queue" || typeof queuePosition !== "number") return { status };
  return { status, queuePosition };
}

/** Whether nothing will change any more. */
export function isFinal({ status }: { readonly status: string }): boolean {
  return FINAL.test(status);
}

export function isSameStatus(a: RequestStatus | undefined, b: RequestStatus): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
