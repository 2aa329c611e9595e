import { createHash, randomUUID } from "node:crypto";
import { type RequestHandle, SubmissionUnknownError } from "@model-api/client";
import type { Inner, Submission } from "../inner-client.js";
import { storeOf } from "./create-journal.js";
import type { EntryRecord } from "./entry-file.js";
import { findWork, inFlight } from "./find-work.js";
import { hashBlob, hashInput } from "./hash-input.js";
import type { Journal } from "./journal.js";
import { journalledHandle } from "./journalled-handle.js";
import { thisProcess } from "./process-identity.js";
import { checkRepeat, unknownWork } from "./repeat.js";
import { type Intent, type Store, workOf } from "./store.js";
import { sweep } from "./sweep.js";

export interface JournalSettings {
  readonly journal: Journal;
  readonly resume: boolean | undefined;
  readonly work: string | undefined;
  readonly signal: AbortSignal | undefined;
}

export interface PreparedSubmit {
  readonly model: string;
  /** With its files opened. */
  readonly input: Record<string, unknown>;
  readonly idempotencyKey: string | undefined;
  submit(accompaniment: Partial<Submission>, idempotencyKey: string): Promise<RequestHandle>;
}

const HOSTED = "https://model-api.runcomfy.net";

/**
 * Submits with the intent on disk before it leaves, and its id after. With `resume`, what the journal knows of the same work is
 * gone on with instead.
 */
export async function submitWithJournal(
  inner: Inner,
  settings: JournalSettings,
  prepared: PreparedSubmit,
): Promise<RequestHandle> {
  const { signal, work } = settings;
  const store = storeOf(settings.journal);
  const { inputHash, files, plain } = await hashInput(prepared.input, signal);
  const intent: Intent = {
    model: prepared.model,
    baseUrl: (inner.baseUrl ?? HOSTED).replace(/(\/v1)?\/*$/, ""),
    inputHash,
    work,
    idempotencyKey: prepared.idempotencyKey ?? randomUUID(),
    files,
    input: plain,
    uploads: {},
    caller: callerOf(await inner.token()),
  };
  const submitNew = () => submitNoting(store, prepared, intent, undefined);
  if (!settings.resume) return submitNew();

  return store.alone(workOf(intent), signal, async () => {
    const found = await findWork(store, workOf(intent), signal);
    if (!found) return submitNew();
    if (found.requestId !== undefined) return pickUp(inner, store, found, found.requestId);
    await checkRepeat(inner, store, found, intent);
    return submitNoting(store, prepared, { ...intent, idempotencyKey: found.idempotencyKey }, found);
  });
}

async function pickUp(inner: Inner, store: Store, found: EntryRecord, requestId: string) {
  if (found.state === "submitted") {
    const owner = thisProcess(store.clock.now());
    // Only so that a list can say who waits.
    await store.update(found.id, { owner }).catch(() => {});
  }
  return journalledHandle(inner.client.request(requestId, { model: found.model }), store, found.id, true);
}

/** @param repeated the entry of an earlier try with the same key, whose fate is unknown */
async function submitNoting(
  store: Store,
  prepared: PreparedSubmit,
  intent: Intent,
  repeated: EntryRecord | undefined,
): Promise<RequestHandle> {
  let writing: Promise<EntryRecord> | undefined;
  const uploads: Record<string, string> = { ...repeated?.uploads };

  async function beforeSending() {
    writing ??= repeated ? store.beginAgain(repeated.id) : store.begin({ ...intent, uploads });
    inFlight.add((await writing).id);
  }
  async function uploading(file: Blob, upload: () => Promise<string>) {
    const sha256 = await hashBlob(file);
    const earlier = uploads[sha256];
    if (earlier !== undefined) return earlier;
    const uri = await upload();
    // A data URI comes out the same each time, and a query may be a signature.
    const isSame = /^data:/i.test(uri);
    if (repeated && !isSame) throw unknownWork(store, repeated, "its files would now have other addresses");
    if (!isSame && !uri.includes("?")) uploads[sha256] = uri;
    return uri;
  }

  let handle: RequestHandle;
  try {
    handle = await prepared.submit({ beforeSending, uploading }, intent.idempotencyKey);
  } catch (error) {
    // An abort does not wait for the disk, and an entry that is being written would stay.
    const written = await writing?.catch(() => undefined);
    if (written) {
      await noteFailure(store, written.id, error, repeated !== undefined);
      inFlight.delete(written.id);
    }
    throw error;
  }
  const entry = await writing;
  if (!entry) throw new Error(`Request ${handle.id} was submitted, and the journal was not asked before.`);
  const { id } = entry;
  try {
    await store.update(id, { state: "submitted", requestId: handle.id });
  } catch (error) {
    store.warn(
      `Request ${handle.id} was submitted, and the journal could not note it in entry ${id}: ${(error as Error).message}. Keep the request's id: a resume finds only that a submit was meant.`,
    );
  }
  inFlight.delete(id);
  // Not waited for: what is old can go later as well.
  void sweep(store, store.retention).catch(() => {});
  return journalledHandle(handle, store, id, false);
}

/** A submit that was certainly refused needs no entry; one whose answer is lost needs it most. */
async function noteFailure(store: Store, id: string, error: unknown, isRepeat: boolean): Promise<void> {
  try {
    // What a repeat is refused says nothing of the try before it.
    if (isRepeat || SubmissionUnknownError.isInstance(error)) await store.update(id, { state: "unknown" });
    else await store.remove(id);
  } catch {
    // The entry stays as `submitting`, which comes to the same: nobody knows.
  }
}

/** Tells tokens apart: 32 bits of a hash, which say nothing of what was hashed. */
function callerOf(token: string): string {
  if (!token.trim()) return "";
  return createHash("sha256").update(`model-api caller\n${token.trim()}`).digest("hex").slice(0, 8);
}
