/** A schema that cannot be used: which file, where in it, and why. Ends the run with exit code 1. */
export class SchemaError extends Error {
  override readonly name = "SchemaError";

  constructor(file: string, pointer: string, reason: string) {
    super(`${file}${pointer ? `#${pointer}` : ""}: ${reason}`);
  }
}
