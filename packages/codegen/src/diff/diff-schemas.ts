import type { JsonSchema } from "../json-schema.js";
import { type SchemaChange, unique } from "./change.js";
import { compareWhole } from "./compare.js";

/**
 * What changed between two versions of a model's input schema, for its callers. Sound: where the old schema accepts an
 * input of known fields that the new one refuses, a change is `breaking`. The other way round it is careful, and calls
 * breaking whatever it cannot prove harmless. README.md beside this file has the rules.
 */
export function diffInputSchemas(before: JsonSchema, after: JsonSchema): SchemaChange[] {
  return unique(compareWhole(before, after));
}
