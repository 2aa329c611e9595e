import {
  AbortedError,
  NotFoundError,
  RequestCancelledError,
  RequestFailedError,
  type RequestHandle,
} from "@model-api/client";
import { storeOf } from "./create-journal.js";
import { type Journal, JournalError } from "./journal.js";
import type { Store } from "./store.js";

type End = "completed" | "failed" | "cancelled";

/** A handle that notes in the journal how its request ends. A note that cannot be written is a warning: the result is what counts. */
export function journalledHandle(
  handle: RequestHandle,
  store: Store,
  entryId: string,
  isResumed: boolean,
): RequestHandle {
  const note = (state: End) => noteQuietly(store, entryId, { state });
  /** What an error says of the request's end. */
  async function learnFrom(error: unknown): Promise<unknown> {
    if (RequestFailedError.isInstance(error)) await note("failed");
    if (RequestCancelledError.isInstance(error)) await note("cancelled");
    if (AbortedError.isInstance(error) && error.outcome === "cancelled") await note("cancelled");
    if (isResumed && NotFoundError.isInstance(error)) return gone(store, entryId, handle.id, error);
    return error;
  }
  const learning = async <T>(call: Promise<T>, end: (value: T) => End | undefined): Promise<T> => {
    let value: T;
    try {
      value = await call;
    } catch (error) {
      throw await learnFrom(error);
    }
    const state = end(value);
    if (state) await note(state);
    return value;
  };
  return {
    ...handle,
    wait: (settings) => learning(handle.wait(settings), () => "completed"),
    result: (settings) => learning(handle.result(settings), ({ status }) => endOf(status)),
    cancel: (settings) => learning(handle.cancel(settings), (outcome) => endOf(outcome)),
  };
}

const endOf = (word: string): End | undefined =>
  word === "completed" || word === "failed" || word === "cancelled" ? word : undefined;

/** The result of a request has reached its caller. */
export async function noteCollected(journal: Journal, requestId: string): Promise<void> {
  const store = storeOf(journal);
  const found = (await store.all()).records.find((record) => record.requestId === requestId);
  if (found) await noteQuietly(store, found.id, { state: "completed", isCollected: true });
}

async function noteQuietly(
  store: Store,
  id: string,
  news: { state: End; isCollected?: true },
): Promise<void> {
  try {
    await store.update(id, news);
  } catch (error) {
    // Somebody has removed the entry meanwhile: then nobody wants to know.
    if (error instanceof JournalError && error.code === "no_entry") return;
    store.warn(
      `The journal could not note that entry ${id} is ${news.state}: ${(error as Error).message}. The request itself is not affected.`,
    );
  }
}

function gone(store: Store, entryId: string, requestId: string, cause: unknown): JournalError {
  return new JournalError(
    "request_gone",
    `Entry ${entryId} of the journal in ${store.dir} stands for request ${requestId}, which the server does not know (any more), or not for this token. Nothing was submitted. To submit anew, which is charged anew, forget the entry first: journal.remove("${entryId}").`,
    { entryId, cause },
  );
}
