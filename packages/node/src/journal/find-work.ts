import { sleep } from "../clock.js";
import type { EntryRecord } from "./entry-file.js";
import { type DamagedEntry, JournalError } from "./journal.js";
import { isAlive } from "./process-identity.js";
import type { Store } from "./store.js";

/** Milliseconds between two looks at an entry that somebody else is submitting. */
const PAUSE = 200;
/** Milliseconds that one submit can take at most, its repeats counted: what takes longer is over, whatever its owner does. */
const SUBMIT_LIFE = 60 * 60_000;

/**
 * The newest entry of a work that is to be gone on with: not ended, or completed and not collected. Where another run is just
 * submitting it, its answer is waited for. Called by one at a time for the same work.
 */
export async function findWork(
  store: Store,
  work: string,
  signal: AbortSignal | undefined,
): Promise<EntryRecord | undefined> {
  for (;;) {
    const { records, damaged } = await store.all(work);
    const [broken] = damaged;
    if (broken) throw unreadable(broken);
    const open = records.filter(({ state, isCollected }) =>
      state === "completed" ? !isCollected : state !== "failed" && state !== "cancelled",
    );
    // What has an id is certain, and goes before what may never have arrived.
    const found = open.find(({ requestId }) => requestId !== undefined) ?? open[0];
    if (found?.state !== "submitting" || isLeft(found, store.clock.now())) return found;
    await sleep(store.clock, PAUSE, signal);
  }
}

/** Entries that this process is submitting. What it has given up looks alike to others, until it ends. */
export const inFlight: Set<string> = new Set();

function isLeft({ id, owner, updatedAt }: EntryRecord, now: number): boolean {
  if (owner.pid === process.pid && isAlive(owner)) return !inFlight.has(id);
  return !isAlive(owner) || now - updatedAt > SUBMIT_LIFE;
}

/** The file's name says that it is for this work, and nothing says whether it was paid for. */
function unreadable({ file, reason }: DamagedEntry): JournalError {
  return new JournalError(
    "damaged",
    `${file} is an entry of the same work, and ${reason}: whether that was submitted is not known, and nothing was submitted now. Look at your requests; then remove the file to submit anew.`,
  );
}
