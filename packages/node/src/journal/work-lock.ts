import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Clock } from "@model-api/client";
import { sleep } from "../clock.js";
import type { Disk } from "./disk.js";
import { JournalError } from "./journal.js";
import { isAlive, type ProcessIdentity, thisProcess } from "./process-identity.js";

/** Milliseconds between two looks at a lock that another process holds, at first and at most; jitter comes on top. */
const FIRST_PAUSE = 50;
const MAX_PAUSE = 2000;
/** Milliseconds after which a lock is not waited for any more: a submit with large uploads takes minutes. */
export const PATIENCE: number = 30 * 60_000;
/** Milliseconds after which a lock of another machine, which cannot be asked, counts as left behind. */
const FOREIGN_LIFE = 60 * 60_000;

/**
 * Runs `action` while no other process, and nobody else in this one, runs one for the same work.
 *
 * Everyone who wants the lock puts a file of its own beside the others', then looks who else is there, and holds the lock if nobody
 * alive is. Since each writes before it looks, of two at least one sees the other. Of those that wait, the first by name keeps its
 * file and the others take theirs back, so that one of them comes next. And since the files have names of their own, those of dead
 * processes can be removed by anybody, at any time, without a race.
 */
export async function withWorkLock<T>(
  { disk, clock, folder }: { readonly disk: Disk; readonly clock: Clock; readonly folder: string },
  work: string,
  signal: AbortSignal | undefined,
  action: () => Promise<T>,
): Promise<T> {
  const name = `${work}.${process.pid}-${randomBytes(6).toString("hex")}.lock`;
  const path = join(folder, name);
  const look = () => holders(disk, clock, folder, work, name);
  let isThere = false;
  try {
    for (let waited = 0, base = FIRST_PAUSE; ; base = Math.min(2 * base, MAX_PAUSE)) {
      let others = await look();
      const isFirst = others.every((other) => other > name);
      if (isFirst && !isThere) {
        isThere = true;
        await disk.create(path, JSON.stringify(thisProcess(clock.now())));
        others = await look();
      } else if (!isFirst && isThere) {
        await disk.remove(path);
        isThere = false;
      }
      if (others.length === 0) return await action();
      if (waited > PATIENCE) throw busy(folder, others);
      const pause = base * (1 + clock.random());
      waited += pause;
      await sleep(clock, pause, signal);
    }
  } finally {
    if (isThere) await disk.remove(path);
  }
}

/** Names of the files of others that are alive. Those of the dead are removed. */
async function holders(disk: Disk, clock: Clock, folder: string, work: string, own: string) {
  const others: string[] = [];
  for (const name of await disk.names(folder)) {
    if (name === own || !name.startsWith(`${work}.`) || !name.endsWith(".lock")) continue;
    const path = join(folder, name);
    const changedAt = await disk.changedAt(path);
    if (changedAt === undefined) continue;
    const text = (await disk.read(path, 10_000).catch(() => undefined)) ?? "";
    if (isLeft(text, name, changedAt, clock.now())) await disk.remove(path);
    else others.push(name);
  }
  return others;
}

function isLeft(text: string, name: string, changedAt: number, now: number): boolean {
  let holder: Partial<ProcessIdentity>;
  try {
    holder = Object(JSON.parse(text));
  } catch {
    // Being written, or cut short by a crash. The name says by whom.
    holder = { ...thisProcess(changedAt), pid: Number(/\.(\d+)-/.exec(name)?.[1]), start: undefined };
  }
  const { pid = 0, host = "", start, at = changedAt } = holder;
  if (!isAlive({ pid, host, start, at })) return true;
  return host !== thisProcess(now).host && now - changedAt > FOREIGN_LIFE;
}

function busy(folder: string, others: readonly string[]): JournalError {
  return new JournalError(
    "busy",
    `Another process has been submitting the same work for ${PATIENCE / 60_000} minutes, and nothing was submitted by this one. If there is no such process, remove ${join(folder, others[0] ?? "")}.`,
  );
}
