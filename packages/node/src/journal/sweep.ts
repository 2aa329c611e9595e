import { join } from "node:path";
import type { EntryRecord } from "./entry-file.js";
import { isAlive, thisProcess } from "./process-identity.js";
import type { Store } from "./store.js";

/** Milliseconds after which a file that was never put in place counts as left by a crash. */
const TEMPORARY_LIFE = 86_400_000;

/**
 * Forgets what has ended longer ago than `olderThan` milliseconds, and what crashes have left half written. What has not ended
 * stays, however old it is, and so does what cannot be read: either may stand for a charge.
 */
export async function sweep(store: Store, olderThan: number): Promise<EntryRecord[]> {
  const { disk, dir, clock } = store;
  const now = clock.now();
  const gone: EntryRecord[] = [];
  const { records } = await store.all();
  for (const record of records) {
    const hasEnded = ["completed", "failed", "cancelled"].includes(record.state);
    if (!hasEnded || now - record.updatedAt <= olderThan) continue;
    if (await store.remove(record.id)) gone.push(record);
  }
  for (const name of await disk.names(dir)) {
    const [, pid] = /^\..*\.(\d+)-\d+\.tmp$/.exec(name) ?? [];
    if (pid === undefined) continue;
    const path = join(dir, name);
    const changedAt = await disk.changedAt(path);
    if (changedAt === undefined || now - changedAt <= TEMPORARY_LIFE) continue;
    const writer = { ...thisProcess(changedAt), pid: Number(pid), start: undefined };
    if (!isAlive(writer)) await disk.remove(path);
  }
  return gone;
}
