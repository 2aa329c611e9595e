import type { JsonSchema } from "../json-schema.js";
import type { SchemaChange } from "./change.js";

/** Two schemas of one place, the whole schemas that they stand in, and how to compare what is inside them. */
export interface Pair {
  before: JsonSchema;
  after: JsonSchema;
  pointer: string;
  roots: { before: JsonSchema; after: JsonSchema };
  /**
   * Whether a field that the old schema does not list counts as well. Outside of combinators it does not: see "Known
   * fields" in README.md.
   */
  strict: boolean;
  /** Changes from one subschema to another; `before` and `after` may be any value that stands where a schema should. */
  compare(before: unknown, after: unknown, pointer: string, options?: Inside): SchemaChange[];
}

export interface Inside {
  strict?: boolean;
  /** `before` comes from the new schema and `after` from the old one, as below `not`. */
  reversed?: boolean;
}

/** The changes that one group of keywords makes. A rule that cannot prove a change harmless calls it breaking. */
export type Rule = (pair: Pair) => SchemaChange[];
