import type { Clock } from "@model-api/client";

/**
 * Where a piece of work stands.
 *
 * - `submitting`: the intent is on disk, and no answer is known. While its owner is alive, the submit is under way; once the owner
 *   is dead, nobody knows whether it arrived.
 * - `unknown`: the submit has left and its answer is lost. It may run and be charged.
 * - `submitted`: the request has an id. It runs, or has ended without anybody having looked.
 * - `completed`, `failed`, `cancelled`: it has ended.
 *
 * A submit that was certainly refused, or certainly never arrived, leaves no entry.
 */
export type JournalState = "submitting" | "unknown" | "submitted" | "completed" | "failed" | "cancelled";

/** A local file of an input. */
export interface JournalFile {
  /** Where it stands in the input: keys and indices from the top. */
  readonly path: readonly (string | number)[];
  /** Its name or path, where it has one. */
  readonly name: string | undefined;
  /** SHA-256 of its content, in hexadecimal. */
  readonly sha256: string;
}

/** The process that submitted the work, or that has picked it up since. */
export interface JournalOwner {
  readonly pid: number;
  readonly host: string;
  /** Whether it is running now. A process on another machine cannot be asked, and counts as alive. */
  readonly isAlive: boolean;
}

/** One piece of work: one intent to submit, and what became of it. */
export interface JournalEntry {
  /** Of the entry, not of the request. Sorts by time. */
  readonly id: string;
  readonly state: JournalState;
  readonly model: string;
  /** The server that it was submitted to, without `/v1`. */
  readonly baseUrl: string;
  /** SHA-256 of the input, whatever the order of its keys; files count by their content. */
  readonly inputHash: string;
  /** The caller's own name of the work, where the same input is meant more than once. */
  readonly work: string | undefined;
  readonly idempotencyKey: string;
  /** Known from `submitted` on. */
  readonly requestId: string | undefined;
  readonly files: readonly JournalFile[];
  /** The input without its files, only where the journal was asked to keep prompts. */
  readonly input: Readonly<Record<string, unknown>> | undefined;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** Whether the result has reached the caller. What is completed and not collected is found by a resume. */
  readonly isCollected: boolean;
  readonly owner: JournalOwner;
}

/** A file in the folder that cannot be read as an entry. It is never removed by itself, for it may stand for a charge. */
export interface DamagedEntry {
  /** Absolute path. */
  readonly file: string;
  /** Why, without what is in the file. */
  readonly reason: string;
}

export interface JournalListing {
  /** The newest first. */
  readonly entries: readonly JournalEntry[];
  readonly damaged: readonly DamagedEntry[];
}

/** What somebody has learnt of a piece of work. */
export interface JournalNews {
  /** `submitted`, where the request turned out to exist, or its end. */
  readonly state?: Exclude<JournalState, "submitting" | "unknown">;
  /** The request that an unknown submit turned out to be; makes it `submitted`. */
  readonly requestId?: string;
  /** The result has reached whoever wanted it: a resume will not give it again. */
  readonly isCollected?: boolean;
}

export interface JournalOptions {
  /**
   * Folder of the entries, made where it is missing, for its owner only.
   * @default model-api/requests in the user's state folder: `$XDG_STATE_HOME` or `~/.local/state`, on Windows `%LOCALAPPDATA%`,
   * on macOS `~/Library/Application Support`
   */
  readonly dir?: string;
  /** Milliseconds for which ended entries are kept. What has not ended is kept until somebody removes it. @default 2592000000 (30 days) */
  readonly retention?: number;
  /** Whether inputs are written down (without files), or only their hashes. @default "hash" */
  readonly prompts?: "hash" | "keep";
  /** Told what went wrong after a submit, when an error would lose a request that is paid for. @default process.emitWarning */
  readonly onWarning?: (message: string) => void;
  /** For tests. */
  readonly clock?: Clock;
}

/**
 * The requests that this user has submitted, on disk: what is paid for is found again after a crash. Safe for several processes
 * at the same time on one machine. Nothing is touched before the first call.
 */
export interface Journal {
  /** Absolute path of the folder. */
  readonly dir: string;
  /** All entries; what cannot be read is listed beside them. Empty where there is no folder yet. */
  list(filter?: { readonly states?: readonly JournalState[] }): Promise<JournalListing>;
  /** One entry by its own id or by its request's; undefined where there is none. */
  get(id: string): Promise<JournalEntry | undefined>;
  /**
   * Notes what is known of an entry, by its own id or its request's: that an unknown submit became a certain request, that a
   * request has ended, that its result was collected. An end is never taken back.
   * @throws JournalError `no_entry` where there is none
   */
  note(id: string, news: JournalNews): Promise<JournalEntry>;
  /** Forgets an entry, by its own id or its request's, whatever its state; false where there was none. Never touches the request itself. */
  remove(id: string): Promise<boolean>;
  /**
   * Forgets ended entries that are older than `olderThan` milliseconds (default: the retention), and gives those. Runs by itself,
   * with the retention, after a submit.
   */
  clean(options?: { readonly olderThan?: number }): Promise<readonly JournalEntry[]>;
}

export type JournalErrorCode =
  /** The intent could not be written, so nothing was submitted. */
  | "unwritable"
  /** There is no such entry. */
  | "no_entry"
  /** A file in the folder is for the same work and cannot be read. Nothing was submitted. */
  | "damaged"
  /** Another process is submitting the same work, and does not come to an end. Nothing was submitted. */
  | "busy"
  /** The server does not know the request of an entry any more. Nothing was submitted. */
  | "request_gone";

/** What the journal itself could not do. The message says whether anything was submitted. */
export class JournalError extends Error {
  override readonly name = "JournalError";
  readonly code: JournalErrorCode;
  /** The entry concerned, where there is one. */
  readonly entryId: string | undefined;

  constructor(code: JournalErrorCode, message: string, details: { entryId?: string; cause?: unknown } = {}) {
    super(message, details);
    this.code = code;
    this.entryId = details.entryId;
  }
}
