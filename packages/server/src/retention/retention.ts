import type { Clock } from "../clock.js";
import type { Logger } from "../logger.js";
import { outputKey, type Storage, UPLOADS } from "../storage/storage.js";
import type { Store } from "../store/store.js";
import { finishDeletion } from "./delete-request.js";

export interface RetentionOptions {
  readonly store: Store;
  readonly storage: Storage;
  readonly clock: Clock;
  readonly log: Logger;
  /** Milliseconds that inputs, outputs and uploads are kept; `Infinity` keeps them for ever. */
  readonly retentionMs: number;
}

/** Removes what has been kept for long enough, and what is left of deletions that were cut short. */
export interface Retention {
  /** Looks at once, and every hour from then on. */
  start(): void;
  /** Resolves when nothing is being removed any more. */
  stop(): Promise<void>;
}

const EVERY_MS = 3_600_000;
const BATCH = 100;
const AT_ONCE = 4;
/** As many failures of one sweep mean that the storage cannot be reached: the rest is left to the next one. */
const MAX_FAILURES = 100;

/** Several processes may do the same at the same time: whatever one of them has removed, another removes in vain. */
export function createRetention({ store, storage, clock, log, retentionMs }: RetentionOptions): Retention {
  const stopping = new AbortController();
  let disarm: (() => void) | undefined;
  let sweeping: Promise<void> | undefined;

  function turn(): void {
    disarm = clock.after(EVERY_MS, turn);
    // One that takes longer than an hour is not overtaken.
    sweeping ??= sweep().finally(() => {
      sweeping = undefined;
    });
  }

  async function sweep(): Promise<void> {
    try {
      await finishDeletions();
      if (Number.isFinite(retentionMs)) await removeOld(clock.now() - retentionMs);
    } catch (error) {
      log.error({ err: error }, "what is to be removed could not be looked for; trying again in an hour");
    }
  }

  async function removeOld(before: number): Promise<void> {
    const counts = { requests: await removeOutputs(before), uploads: await removeUploads(before) };
    if (counts.requests + counts.uploads > 0)
      log.info(counts, "inputs, outputs and uploads that were kept for long enough are removed");
  }

  /** What a process or a storage that failed has left of requests that their owners have deleted. */
  async function finishDeletions(): Promise<void> {
    const requests = await all(store.marked, (id) => finishDeletion({ store, storage }, id));
    if (requests > 0) log.info({ requests }, "deletions of requests that were cut short are finished");
  }

  /** Resolves with how many requests have lost their inputs and outputs. */
  function removeOutputs(before: number): Promise<number> {
    return all(
      (limit) => store.endedBefore(before, limit),
      async (id) => {
        await storage.remove(outputKey(id));
        // In this order: what is noted as removed is never looked for again.
        await store.forget(id, clock.now());
      },
    );
  }

  /** Removes all requests that are found, batch by batch; resolves with how many that were. */
  async function all(
    find: (limit: number) => Promise<readonly string[]>,
    remove: (id: string) => Promise<void>,
  ): Promise<number> {
    const failed = new Set<string>();
    let removed = 0;
    while (goesOn(failed)) {
      // The oldest come first, those that could not be removed among them.
      const found = await find(BATCH + failed.size);
      const due = found.filter((id) => !failed.has(id));
      if (due.length === 0) break;
      removed += await each(due, failed, remove);
    }
    return removed;
  }

  /** Resolves with how many uploads are gone. */
  async function removeUploads(before: number): Promise<number> {
    const failed = new Set<string>();
    let removed = 0;
    let batch: string[] = [];
    const removeBatch = async () => {
      removed += await each(batch, failed, (key) => storage.remove(key));
      batch = [];
    };
    for await (const { key, modifiedAt } of storage.list(UPLOADS)) {
      if (!goesOn(failed)) return removed;
      if (modifiedAt < before && batch.push(key) >= BATCH) await removeBatch();
    }
    await removeBatch();
    return removed;
  }

  const goesOn = (failed: ReadonlySet<string>) => !stopping.signal.aborted && failed.size < MAX_FAILURES;

  /** Removes a few at a time; resolves with how many that were. What fails is logged, and does not stop the others. */
  async function each(
    names: readonly string[],
    failed: Set<string>,
    remove: (name: string) => Promise<void>,
  ): Promise<number> {
    const left = names.values();
    let removed = 0;
    const work = async () => {
      for (const name of left) {
        if (!goesOn(failed)) return;
        try {
          await remove(name);
          removed++;
        } catch (error) {
          failed.add(name);
          log.error({ err: error, name }, "files that are to go could not be removed; trying again");
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return removed;
  }

  return {
    start: turn,
    async stop() {
      stopping.abort();
      disarm?.();
      await sweeping;
    },
  };
}
