import { resolve } from "node:path";
import { systemClock } from "@model-api/client";
import { type Disk, realDisk } from "./disk.js";
import { type EntryRecord, toEntry } from "./entry-file.js";
import { type Journal, JournalError, type JournalNews, type JournalOptions } from "./journal.js";
import { stateFolder } from "./state-folder.js";
import { createStore, type Store } from "./store.js";
import { sweep } from "./sweep.js";

const MONTH = 30 * 86_400_000;

const stores = new WeakMap<Journal, Store>();

/**
 * Opens the journal of a folder. Nothing is touched before the first call.
 *
 * ```ts
 * const client = createNodeClient();
 * const result = await client.run(model, input, { journal: journal(), resume: true });
 * ```
 */
export function journal(options: JournalOptions = {}): Journal {
  return createJournal(options, realDisk);
}

/** A journal on a disk of the caller's. */
export function createJournal(options: JournalOptions, disk: Disk): Journal {
  const { retention = MONTH, prompts = "hash", clock = systemClock } = options;
  const store = createStore({
    dir: resolve(options.dir ?? stateFolder()),
    disk,
    clock,
    keepsPrompts: prompts === "keep",
    retention,
    warn: options.onWarning ?? ((message) => process.emitWarning(message)),
  });

  /** Its own id first: a service may choose ids of requests that look like ours. */
  async function find(id: string): Promise<EntryRecord | undefined> {
    const { records } = await store.all();
    return records.find((record) => record.id === id) ?? records.find(({ requestId }) => requestId === id);
  }

  const made: Journal = {
    dir: store.dir,
    async list({ states } = {}) {
      const { records, damaged } = await store.all();
      const wanted = records.filter(({ state }) => !states || states.includes(state));
      return { entries: wanted.map(toEntry), damaged };
    },
    async get(id) {
      const found = await find(id);
      return found && toEntry(found);
    },
    async note(id, news) {
      const found = await find(id);
      if (!found) {
        throw new JournalError("no_entry", `The journal in ${store.dir} has no entry and no request ${id}.`);
      }
      return toEntry(await store.update(found.id, changeBy(found, news)));
    },
    async remove(id) {
      const found = await find(id);
      return store.remove(found?.id ?? id);
    },
    async clean({ olderThan = retention } = {}) {
      return (await sweep(store, olderThan)).map(toEntry);
    },
  };
  stores.set(made, store);
  return made;
}

function changeBy(found: EntryRecord, { state, requestId, isCollected }: JournalNews): Partial<EntryRecord> {
  const named = requestId ?? found.requestId;
  if (state !== undefined && named === undefined) {
    throw new JournalError(
      "no_entry",
      `Entry ${found.id} is ${state} only if it is a request: say which one by \`requestId\`.`,
      { entryId: found.id },
    );
  }
  return {
    ...((state ?? requestId) !== undefined && { state: state ?? "submitted" }),
    ...(requestId !== undefined && { requestId }),
    ...(isCollected !== undefined && { isCollected }),
  };
}

/** What is behind a journal. @throws TypeError where `journal()` has not made it */
export function storeOf(given: Journal): Store {
  const store = stores.get(given);
  if (!store) throw new TypeError("`journal` is none: make one with journal({ dir })");
  return store;
}
