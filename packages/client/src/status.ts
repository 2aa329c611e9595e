/** Where a request stands; told apart by `status`. */
export type RequestStatus =
  | {
      readonly status: "in_queue";
      /** Requests ahead of this one, where the server says so. */
      readonly queuePosition?: number;
    }
  | {
      readonly status: "in_progress";
      /** How far the run has come, 0 to 1, where the server says so. */
      readonly progress?: number;
    }
  | { readonly status: "completed" | "failed" | "cancelled" }
  | {
      /** The server used a word that this version does not know. It counts as not finished. */
      readonly status: "unknown";
      readonly reported: string;
    };

type Word = Exclude<RequestStatus["status"], "unknown">;

/** The documented words, each before the others that are met on the wire for it. */
const WORDS: readonly (readonly [Word, ...string[]])[] = [
  ["in_queue", "pending", "waiting", "starting"],
  ["in_progress", "processing"],
  ["completed", "succeeded"],
  ["failed"],
  ["cancelled", "canceled"],
];

export function toStatus({
  status: reported,
  queue_position: queuePosition,
  progress,
}: {
  readonly status: string;
  readonly queue_position?: number;
  readonly progress?: number;
}): RequestStatus {
  const status = WORDS.find((words) => words.includes(reported))?.[0];
  if (!status) return { status: "unknown", reported };
  if (status === "in_queue" && typeof queuePosition === "number") return { status, queuePosition };
  if (status === "in_progress" && typeof progress === "number") return { status, progress };
  return { status };
}

/** Whether nothing will change any more: `completed`, `failed` or `cancelled`. */
export function isFinal({ status }: RequestStatus): boolean {
  return /ed$/.test(status);
}

export function hasStatus({ status }: { readonly status: unknown }): boolean {
  return typeof status === "string";
}
