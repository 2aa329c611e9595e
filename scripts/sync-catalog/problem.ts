/** Something of the catalog that cannot become a model file. All of them are reported, not just the first. */
export interface Problem {
  /** The model's id, or where the entry stands when it has no usable one. */
  readonly where: string;
  /** JSON pointer from the top of the entry, or empty. */
  readonly pointer: string;
  readonly reason: string;
}

/** The catalog as a whole cannot be read, so there is nothing to go on with. */
export class CatalogError extends Error {
  override readonly name: string = "CatalogError";
}

/** The server did not answer, however often it was asked: asking for the next thing would not help. */
export class UnreachableError extends CatalogError {
  override readonly name = "UnreachableError";
}

/** Says a thrown error as a problem. The message of a `SchemaError` begins with where it happened. */
export function toProblem(where: string, error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  const parts = /^[^#\s]*#(\/\S*): (.*)$/s.exec(message);
  if (parts) return { where, pointer: parts[1] ?? "", reason: parts[2] ?? "" };
  return { where, pointer: "", reason: message };
}
