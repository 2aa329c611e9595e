import { brokenFileRules, type FieldSchema, type FileRule, type ModelInputSchema } from "@model-api/models";
import { EngineError, type FetchedMedia } from "../engines/engine.js";
import { pictureSize } from "./picture-size/picture-size.js";

/** The rules of the field that a media URI stands in, with the field's name for messages. */
export interface FieldRules {
  readonly field: string;
  readonly rules: readonly FileRule[];
}

/** Which rules hold for a URI of this input; undefined where there are none. */
export function rulesFor(uri: string, input: object, schema: ModelInputSchema): FieldRules | undefined {
  for (const [field, value] of Object.entries(input)) {
    const rules = rulesOf(Object.hasOwn(schema.properties, field) ? schema.properties[field] : undefined);
    if (rules.length > 0 && (value === uri || (Array.isArray(value) && value.includes(uri))))
      return { field, rules };
  }
  return undefined;
}

function rulesOf(field: FieldSchema | undefined): readonly FileRule[] {
  return field?.["x-file-rules"] ?? field?.items?.["x-file-rules"] ?? [];
}

/** Refuses a file that breaks a rule of its field: the caller's fault, told in the rule's words. */
export function checkFileRules({ bytes, mediaType }: FetchedMedia, { field, rules }: FieldRules): void {
  const { width, height } = pictureSize(bytes, mediaType) ?? {};
  // What is no image has no edges to judge.
  const edges = width !== undefined && height !== undefined ? { width, height } : {};
  const [first] = brokenFileRules(rules, { bytes: bytes.byteLength, ...edges });
  if (first) throw new EngineError("input", `${field}: the file ${first}.`);
}
