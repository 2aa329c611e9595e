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

type Known = Exclude<RequestStatus["status"], "unknown">;

/** The documented words that end a request, and those that do not. */
const FINAL = /^(completed|failed|cancelled)$/;
const OPEN = /^in_(queue|progress)$/;
/** The words that are met on the wire besides the documented ones, and what they mean. */
const SYNONYMS = new Map<string, Known>([
  ["pending", "in_queue"],
  ["waiting", "in_queue"],
  ["starting", "in_queue"],
  ["processing", "in_progress"],
  ["succeeded", "completed"],
  ["canceled", "cancelled"],
]);

export function toStatus(
  answer: Pick<Answer<"getRequestStatus">, "status" | "queue_position">,
): RequestStatus {
  const reported: string = answer.status;
  const status = SYNONYMS.get(reported) ?? reported;
  if (!FINAL.test(status) && !OPEN.test(status)) return { status: "unknown", reported };
  const { queue_position: queuePosition } = answer;
  return status === "in_queue" && typeof queuePosition === "number"
    ? { status, queuePosition }
    : { status: status as Known };
}

/** Whether nothing will change any more. */
export function isFinal({ status }: { readonly status: string }): boolean {
  return FINAL.test(status);
}

export function isSameStatus(a: RequestStatus | undefined, b: RequestStatus): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
