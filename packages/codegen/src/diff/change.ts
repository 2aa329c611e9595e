/** What a change asks of callers: new code or data, nothing because it only adds, or a look at the documentation. */
export type Level = "breaking" | "addition" | "documentation";

export interface SchemaChange {
  /** JSON pointer to what changed: in the new schema, or in the old one where the new one has it no more. */
  pointer: string;
  level: Level;
  /** The change in a sentence without its full stop, with the values. */
  what: string;
}

export function breaking(pointer: string, what: string): SchemaChange {
  return { pointer, level: "breaking", what };
}

export function addition(pointer: string, what: string): SchemaChange {
  return { pointer, level: "addition", what };
}

export function documentation(pointer: string, what: string): SchemaChange {
  return { pointer, level: "documentation", what };
}

export function hasBreaking(changes: readonly SchemaChange[]): boolean {
  return changes.some(({ level }) => level === "breaking");
}

/** The same changes, once each, in the order in which they were found. */
export function unique(changes: readonly SchemaChange[]): SchemaChange[] {
  const seen = new Map<string, SchemaChange>();
  for (const change of changes) {
    const key = JSON.stringify([change.pointer, change.level, change.what]);
    if (!seen.has(key)) seen.set(key, change);
  }
  return [...seen.values()];
}
