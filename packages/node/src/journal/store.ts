import { createHash, randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Clock } from "@model-api/client";
import { type Disk, writeWhole } from "./disk.js";
import { ENTRY_BYTES, type EntryRecord, entryName, parseEntry, parseEntryName } from "./entry-file.js";
import { type DamagedEntry, JournalError, type JournalFile } from "./journal.js";
import { thisProcess } from "./process-identity.js";
import { withWorkLock } from "./work-lock.js";

/** What is to be submitted, as far as it identifies the work, and what is noted of it. */
export interface Intent {
  readonly model: string;
  readonly baseUrl: string;
  readonly inputHash: string;
  readonly work: string | undefined;
  readonly idempotencyKey: string;
  readonly files: readonly JournalFile[];
  /** Kept only where the journal keeps prompts. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly uploads: Readonly<Record<string, string>>;
  readonly caller: string;
}

export interface StoreParts {
  readonly dir: string;
  readonly disk: Disk;
  readonly clock: Clock;
  readonly keepsPrompts: boolean;
  /** Milliseconds for which ended entries are kept. */
  readonly retention: number;
  readonly warn: (message: string) => void;
}

/** What the folder holds, and how it is changed. */
export interface Store extends StoreParts {
  /** Writes a new entry, whose submit is about to leave. @throws JournalError `unwritable` */
  begin(intent: Intent): Promise<EntryRecord>;
  /** Takes over an entry whose submit is about to be sent again. @throws JournalError `unwritable` */
  beginAgain(id: string): Promise<EntryRecord>;
  /** Writes an entry anew. Never takes an end back. */
  update(id: string, change: Partial<EntryRecord>): Promise<EntryRecord>;
  remove(id: string): Promise<boolean>;
  read(id: string): Promise<EntryRecord | undefined>;
  all(work?: string): Promise<{ records: EntryRecord[]; damaged: DamagedEntry[] }>;
  /** Runs `action` while nobody else does the like for the same work. @throws JournalError `unwritable`, `busy` */
  alone<T>(work: string, signal: AbortSignal | undefined, action: () => Promise<T>): Promise<T>;
}

/** What makes two submits the same work, as a word that file names may hold. */
export function workOf({
  model,
  baseUrl,
  inputHash,
  work = "",
}: Pick<Intent, "model" | "baseUrl" | "inputHash"> & { readonly work?: string | undefined }): string {
  return createHash("sha256")
    .update(JSON.stringify([model, baseUrl, inputHash, work]))
    .digest("hex")
    .slice(0, 32);
}

const hasEnded = ({ state }: EntryRecord) =>
  state === "completed" || state === "failed" || state === "cancelled";

export function createStore(parts: StoreParts): Store {
  const { dir, disk, clock, keepsPrompts } = parts;
  const locks = join(dir, "locks");

  const write = (record: EntryRecord) =>
    writeWhole(disk, dir, entryName(record.id, workOf(record)), `${JSON.stringify(record, null, 1)}\n`);

  const fileOf = async (id: string) =>
    (await disk.names(dir)).find((name) => parseEntryName(name)?.id === id);

  async function readFile(name: string): Promise<EntryRecord | undefined> {
    const text = await disk.read(join(dir, name), ENTRY_BYTES);
    return text === undefined ? undefined : parseEntry(text, parseEntryName(name)?.id ?? "");
  }

  async function read(id: string) {
    const name = await fileOf(id);
    return name === undefined ? undefined : readFile(name);
  }

  async function update(id: string, change: Partial<EntryRecord>): Promise<EntryRecord> {
    const found = await read(id);
    if (!found)
      throw new JournalError("no_entry", `The journal in ${dir} has no entry ${id}.`, { entryId: id });
    const isBackwards = hasEnded(found) && change.state && !hasEnded({ ...found, state: change.state });
    const { state, ...rest } = change;
    const record = {
      ...found,
      ...rest,
      ...(state && !isBackwards && { state }),
      updatedAt: Math.max(clock.now(), found.updatedAt),
    };
    await write(record);
    return record;
  }

  /** Turns what the disk says into what it means for a submit that has not left. */
  async function beforeSubmit<T>(writing: Promise<T>): Promise<T> {
    try {
      return await writing;
    } catch (error) {
      throw error instanceof JournalError ? error : unwritable(dir, error);
    }
  }

  return {
    ...parts,
    read,
    update,
    beginAgain: (id) => beforeSubmit(update(id, { owner: thisProcess(clock.now()) })),
    async begin({ input, ...intent }) {
      const now = clock.now();
      const record: EntryRecord = {
        version: 1,
        id: newId(now),
        state: "submitting",
        ...intent,
        ...(keepsPrompts && { input }),
        createdAt: now,
        updatedAt: now,
        isCollected: false,
        owner: thisProcess(now),
      };
      await beforeSubmit(disk.makeFolder(dir).then(() => write(record)));
      return record;
    },
    async remove(id) {
      const name = await fileOf(id);
      if (name === undefined) return false;
      await disk.remove(join(dir, name));
      await disk.syncFolder(dir);
      return true;
    },
    async all(work) {
      const records: EntryRecord[] = [];
      const damaged: DamagedEntry[] = [];
      for (const name of (await disk.names(dir)).sort().reverse()) {
        const parsed = parseEntryName(name);
        if (!parsed || (work !== undefined && parsed.work !== work)) continue;
        try {
          const record = await readFile(name);
          if (record) records.push(record);
        } catch (error) {
          damaged.push({ file: join(dir, name), reason: (error as Error).message });
        }
      }
      return { records, damaged };
    },
    async alone(work, signal, action) {
      let hasBegun = false;
      try {
        await disk.makeFolder(dir);
        await disk.makeFolder(locks);
        return await withWorkLock({ disk, clock, folder: locks }, work, signal, () => {
          hasBegun = true;
          return action();
        });
      } catch (error) {
        const isOfDisk = typeof Object(error).code === "string" && Object(error).syscall !== undefined;
        throw !hasBegun && isOfDisk ? unwritable(dir, error) : error;
      }
    },
  };
}

/** `20261125T164220123-1f2e3d4c`: sorts by time, and is new in any number of processes. */
function newId(now: number): string {
  return `${new Date(now).toISOString().replace(/[-:.Z]/g, "")}-${randomBytes(4).toString("hex")}`;
}

function unwritable(dir: string, cause: unknown): JournalError {
  const reason = Object(cause).code ?? Object(cause).message;
  return new JournalError(
    "unwritable",
    `The journal in ${dir} cannot be written (${reason}), so nothing was submitted. Free some space, mend the folder, give another one with journal({ dir }), or submit without a journal.`,
    { cause },
  );
}
