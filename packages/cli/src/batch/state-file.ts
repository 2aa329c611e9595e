import { createHash } from "node:crypto";
import { appendFileSync, closeSync, fsyncSync, openSync, readFileSync } from "node:fs";
import { CliError, EXIT } from "../exit-codes.js";
import { describeFileError } from "../file-errors.js";

/** What became of a row: a line of the state file. */
export interface Done {
  /** {@link rowKey} */
  readonly key: string;
  readonly line: number;
  readonly state: "completed" | "failed";
  readonly requestId?: string | undefined;
  /** Paths of its files, or URLs where nothing was downloaded. */
  readonly files?: readonly string[];
  readonly error?: string;
  readonly at: string;
}

export interface StateFile {
  readonly path: string;
  /** The last that is known of a row. */
  find(key: string): Done | undefined;
  /** On the disk when it returns. */
  add(done: Done): void;
}

/**
 * What is done of a batch, a JSON object a line. A row is known by what it asks for, not by where it stands, so that rows may be added
 * and moved between two starts.
 */
export function openStateFile(
  path: string,
  { readOnly = false }: { readonly readOnly?: boolean } = {},
): StateFile {
  const known = new Map<string, Done>();
  const text = readIfThere(path);
  for (const line of text.split("\n")) {
    // A line that a crash has cut is a row that is not done.
    const done = parse(line);
    if (done) known.set(done.key, done);
  }
  // Ends a line that was cut, so that the next is whole; and finds out whether it can be written.
  if (!readOnly) append(path, text === "" || text.endsWith("\n") ? "" : "\n");
  return {
    path,
    find: (key) => known.get(key),
    add(done) {
      known.set(done.key, done);
      append(path, `${JSON.stringify(done)}\n`);
    },
  };
}

/** Beside the batch, unless it is named. */
export function stateFileOf({ batch = "", stateFile }: { batch?: string; stateFile?: string }): string {
  return stateFile ?? `${batch}.state.jsonl`;
}

/** Names a row: what it asks of whom, and which of several that are alike. */
export function rowKey(model: string, baseUrl: string | undefined, input: object, count: number): string {
  const text = JSON.stringify([model, baseUrl ?? null, sorted(input), count]);
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, item]) => [key, sorted(item)]);
}

function append(path: string, text: string): void {
  try {
    const file = openSync(path, "a", 0o600);
    try {
      if (text) appendFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw unwritable(path, error);
  }
}

/** The state file, or its lock, cannot be written. */
export function unwritable(path: string, error: unknown): CliError {
  return new CliError(
    EXIT.failure,
    `the state file ${path} cannot be written`,
    describeFileError(error)?.why ?? (error as Error).message,
    "Name another with --state-file. What has been submitted is in the journal, and is not paid again.",
  );
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    const why = describeFileError(error)?.why ?? (error as Error).message;
    throw new CliError(EXIT.failure, `the state file ${path} cannot be read`, why);
  }
}

function parse(line: string): Done | undefined {
  try {
    const value = JSON.parse(line) as Partial<Done> | null;
    return typeof value?.key === "string" && (value.state === "completed" || value.state === "failed")
      ? (value as Done)
      : undefined;
  } catch {
    return undefined;
  }
}
