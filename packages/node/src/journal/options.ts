import type { CompletedResult, RunOptions, SubmitOptions } from "@model-api/client";
import type { Journal } from "./journal.js";

/** What a submit takes besides, in Node. */
export interface JournalledSubmitOptions extends SubmitOptions {
  /** Where the submit is written down before it is made. Without one, nothing is. */
  readonly journal?: Journal | undefined;
  /**
   * Whether work that the journal knows is picked up instead of submitted again: the same model, input, server and `work`, not yet
   * collected. Where the journal knows only that a submit was meant, it is repeated on a server that honours idempotency keys, with
   * the key of then; elsewhere a `SubmissionUnknownError` says how to go on, and nothing is submitted. Needs `journal`.
   * @default false
   */
  readonly resume?: boolean | undefined;
  /** Tells pieces of work apart whose input is the same: the row of a batch, a number. */
  readonly work?: string | undefined;
}

export interface JournalledRunOptions extends RunOptions, JournalledSubmitOptions {
  /**
   * Called with the result before the journal counts the work as collected: save it here. When it throws, or the process dies in it,
   * a resume gives the result again instead of paying again.
   */
  readonly collect?: ((result: CompletedResult) => void | Promise<void>) | undefined;
}
