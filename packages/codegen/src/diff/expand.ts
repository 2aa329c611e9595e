import type { JsonSchema } from "../json-schema.js";
import { isNote } from "./notes.js";
import { lookUp } from "./pointer.js";
import { isRecord } from "./values.js";

/** A schema behind its reference. `reference` is where it was found, absent where it stood in place. */
export interface Expanded {
  schema: JsonSchema;
  reference?: string;
}

/** What only other schemas refer to. */
export const DEFINITIONS: readonly string[] = ["definitions", "$defs"];

/**
 * Follows `$ref` and turns the schemas `true` and `false` into objects. A reference with other keywords beside it holds
 * as well as they do, so it becomes a member of `allOf`. One that leads nowhere stays as it is.
 */
export function expand(value: unknown, root: JsonSchema): Expanded | undefined {
  if (value === true) return { schema: {} };
  if (value === false) return { schema: { not: {} } };
  if (!isReadable(value)) return undefined;
  let schema: JsonSchema = value;
  let reference: string | undefined;
  const seen = new Set<string>();
  while (typeof schema.$ref === "string") {
    const { $ref, ...beside } = schema;
    const target = lookUp(root, $ref);
    if (seen.has($ref) || (typeof target !== "boolean" && !isReadable(target))) break;
    if (!Object.keys(beside).every((keyword) => isNote(keyword) || DEFINITIONS.includes(keyword))) {
      const others = Array.isArray(beside.allOf) ? beside.allOf : [];
      return withReference({ ...beside, allOf: [...others, { $ref }] }, reference);
    }
    seen.add($ref);
    reference = $ref;
    if (typeof target === "boolean") return withReference(target ? {} : { not: {} }, reference);
    schema = { ...target, ...beside };
  }
  return withReference(schema, reference);
}

function withReference(schema: JsonSchema, reference: string | undefined): Expanded {
  return reference === undefined ? { schema } : { schema, reference };
}

/** Whether the keywords that hold other things than values hold them in the form of the newer drafts. */
function isReadable(value: unknown): value is JsonSchema {
  if (!isRecord(value)) return false;
  const { type, required, properties, enum: values } = value;
  return (
    (type === undefined || typeof type === "string" || isTexts(type)) &&
    (required === undefined || isTexts(required)) &&
    (properties === undefined || isRecord(properties)) &&
    (values === undefined || Array.isArray(values))
  );
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}
