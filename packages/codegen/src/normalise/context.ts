import { SchemaError } from "../schema-error.js";

/** Something of a published schema that was said differently, so that nothing is dropped in silence. */
export interface Note {
  /** JSON pointer from the top of the schema. */
  readonly pointer: string;
  readonly message: string;
}

/** What the rules of one run share. */
export interface Context {
  readonly file: string;
  /** Pointer of the schema's top in its file, e.g. `/input_schema`. */
  readonly base: string;
  readonly root: Record<string, unknown>;
  readonly notes: Note[];
  /** How many schemas have been read, references written out: one that doubles itself at each level would never end. */
  readonly visited: { count: number };
  /** Pointers of the references that are being resolved, to find one that leads to itself. */
  readonly resolving: readonly string[];
}

export function note(context: Context, pointer: string, message: string): void {
  context.notes.push({ pointer: context.base + pointer, message });
}

/** Ends the run: this cannot be understood, and guessing would make types that lie. */
export function fail(context: Context, pointer: string, reason: string): never {
  throw new SchemaError(context.file, context.base + pointer, reason);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A key as a segment of a JSON pointer. */
export function segment(key: string | number): string {
  return `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
