import { SubmissionUnknownError } from "@model-api/client";
import type { Inner } from "../inner-client.js";
import type { EntryRecord } from "./entry-file.js";
import type { Intent, Store } from "./store.js";

/** Milliseconds for which servers keep keys at the least, by habit. After that, a repeat could be a second request. */
const KEY_LIFE = 86_400_000;

/**
 * Lets a submit whose fate is unknown be sent again, where that gives the same request: the server says that it honours keys, and
 * key, token and input are those of then.
 * @throws SubmissionUnknownError that says how to go on; nothing has been submitted
 */
export async function checkRepeat(
  inner: Inner,
  store: Store,
  found: EntryRecord,
  intent: Intent,
): Promise<void> {
  if (store.clock.now() - found.createdAt > KEY_LIFE)
    throw unknownWork(store, found, "that was more than a day ago, when keys may have been forgotten");
  if (found.caller !== intent.caller)
    throw unknownWork(store, found, "that was with another token, and a key is honoured for one token only");
  if (inner.extensions() === undefined) await inner.client.models.categories();
  if (!/\bidempotency-key\b/.test(inner.extensions() ?? ""))
    throw unknownWork(store, found, "this server does not say that it honours idempotency keys");
}

/** Says how to go on with a submit whose fate is unknown. */
export function unknownWork(
  store: Store,
  { id, idempotencyKey, createdAt }: EntryRecord,
  why: string,
): Error {
  return new SubmissionUnknownError(
    `The same work was submitted at ${new Date(createdAt).toISOString()}, and its answer never came: it may have run and been charged. It is not submitted again by itself, because ${why}. Entry ${id} of the journal in ${store.dir} keeps it. Look at your requests: if it is there, journal.note("${id}", { requestId }) makes a resume wait for it; if it is not, journal.remove("${id}") lets the next run submit anew.`,
    { idempotencyKey },
  );
}
