import { brokenFileRules, type FieldSchema, type FileRule, type ModelInputSchema } from "@model-api/models";
import { imageSize } from "image-size";
import { EngineError, type FetchedMedia } from "../engines/engine.js";

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
export function checkFileRules({ bytes }: FetchedMedia, { field, rules }: FieldRules): void {
  const [first] = brokenFileRules(rules, { bytes: bytes.byteLength, ...edgesOf(bytes) });
  if (first) throw new EngineError("input", `${field}: the file ${first}.`);
}

function edgesOf(bytes: Uint8Array): { width?: number; height?: number } {
  try {
    const { width, height } = imageSize(bytes);
    return { width, height };
  } catch {
    // Not an image, or one that does not say: its edges are not judged.
    return {};
  }
}
