import type { JournalEntry, JournalFile, JournalState } from "./journal.js";
import { isAlive, type ProcessIdentity } from "./process-identity.js";

/** An entry as it is on disk. */
export interface EntryRecord {
  readonly version: 1;
  readonly id: string;
  readonly state: JournalState;
  readonly model: string;
  readonly baseUrl: string;
  readonly inputHash: string;
  readonly work?: string | undefined;
  readonly idempotencyKey: string;
  readonly requestId?: string | undefined;
  readonly files: readonly JournalFile[];
  readonly input?: Readonly<Record<string, unknown>> | undefined;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly isCollected: boolean;
  readonly owner: ProcessIdentity;
  /** Where uploaded files went, by the SHA-256 of their content: a repeat has to say the same. */
  readonly uploads: Readonly<Record<string, string>>;
  /** Tells tokens apart without saying anything of them; empty without a token. A key is honoured for one token only. */
  readonly caller: string;
}

/** Bytes of the largest file that is taken for an entry. */
export const ENTRY_BYTES: number = 4 * 2 ** 20;

/** `<id>.<work>.json`: which work an entry is for can be told even where its content is lost. */
export const entryName = (id: string, work: string): string => `${id}.${work}.json`;

const NAME = /^(\d{8}T\d{9}-[0-9a-f]{8})\.([0-9a-f]{32})\.json$/;

/** The parts of an entry's file name; undefined for any other file. */
export function parseEntryName(name: string): { id: string; work: string } | undefined {
  const [, id, work] = NAME.exec(name) ?? [];
  return id && work ? { id, work } : undefined;
}

const STATES: Record<JournalState, true> = {
  submitting: true,
  unknown: true,
  submitted: true,
  completed: true,
  failed: true,
  cancelled: true,
};

/** @throws Error saying what is wrong, without what is in the text */
export function parseEntry(text: string, id: string): EntryRecord {
  let value: Partial<EntryRecord> & Record<string, unknown>;
  try {
    value = Object(JSON.parse(text));
  } catch {
    throw new Error("is no JSON, or is cut short");
  }
  if (value.version !== 1) throw new Error("is of a version that this one does not know");
  const texts = ["model", "baseUrl", "inputHash", "idempotencyKey", "caller"];
  const isWhole =
    value.id === id &&
    Object.hasOwn(STATES, value.state ?? "") &&
    texts.every((name) => typeof value[name] === "string") &&
    [value.requestId, value.work].every((item) => item === undefined || typeof item === "string") &&
    (value.requestId !== undefined || value.state === "submitting" || value.state === "unknown") &&
    typeof value.createdAt === "number" &&
    typeof value.updatedAt === "number" &&
    typeof value.isCollected === "boolean" &&
    Array.isArray(value.files) &&
    typeof value.owner?.pid === "number" &&
    Number.isInteger(value.owner.pid) &&
    value.owner.pid > 0 &&
    typeof value.uploads === "object" &&
    value.uploads !== null;
  if (!isWhole) throw new Error("is not in the form of an entry");
  return value as EntryRecord;
}

/** An entry as callers see it. */
export function toEntry(record: EntryRecord): JournalEntry {
  const { id, state, model, baseUrl, inputHash, work, idempotencyKey, requestId, files, input } = record;
  return {
    id,
    state,
    model,
    baseUrl,
    inputHash,
    work,
    idempotencyKey,
    requestId,
    files,
    input,
    createdAt: new Date(record.createdAt),
    updatedAt: new Date(record.updatedAt),
    isCollected: record.isCollected,
    owner: { pid: record.owner.pid, host: record.owner.host, isAlive: isAlive(record.owner) },
  };
}
