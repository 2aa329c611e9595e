import { choicesOf, type FieldSchema, type ModelInputSchema, typeOf } from "@model-api/models/lean";

export type FieldKind = "text" | "number" | "toggle" | "choice" | "media" | "json";
export type MediaKind = "image" | "video" | "audio";

/** What a schema says of a field. */
export interface FieldInfo {
  readonly name: string;
  /** `json` is what no other kind takes, written as JSON. */
  readonly kind: FieldKind;
  readonly label: string;
  readonly description: string | undefined;
  readonly isRequired: boolean;
  /** What the service does when the field is left out. It is shown, and never sent. */
  readonly default: unknown;
  /** When the field is left out, the service derives it from this other field. */
  readonly derivedFrom: FieldSchema["x-derived-from"] | undefined;
  readonly examples: readonly unknown[];
  /** Of a `choice`. */
  readonly choices: readonly (string | number)[];
  /** Of a `number`. */
  readonly isInteger: boolean;
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  /** Of a `text`, in characters as people count them, which `maxlength` of HTML does not. */
  readonly minLength: number | undefined;
  readonly maxLength: number | undefined;
  /** Of `media`: what is wanted, whether several, and how many. */
  readonly mediaKind: MediaKind | undefined;
  readonly isList: boolean;
  readonly minItems: number | undefined;
  readonly maxItems: number | undefined;
}

/** The fields of a model in the order of its schema. */
export function fieldsOf({ properties, required = [] }: ModelInputSchema): FieldInfo[] {
  return Object.entries(properties).map(([name, schema]) => {
    const isList = typeOf(schema) === "array";
    const mediaKind = mediaKindOf(schema.format) ?? mediaKindOf(schema.items?.format);
    return {
      name,
      kind: mediaKind ? "media" : kindOf(schema),
      label: schema.title ?? name,
      description: schema.description,
      isRequired: required.includes(name),
      default: schema.default,
      derivedFrom: schema["x-derived-from"],
      examples: schema.examples ?? [],
      choices: choicesOf(schema) ?? [],
      isInteger: typeOf(schema) === "integer",
      minimum: schema.minimum,
      maximum: schema.maximum,
      minLength: schema.minLength,
      maxLength: schema.maxLength,
      mediaKind,
      isList,
      minItems: schema.minItems,
      maxItems: isList ? schema.maxItems : 1,
    };
  });
}

function kindOf(schema: FieldSchema): FieldKind {
  const type = typeOf(schema);
  if (choicesOf(schema)) return "choice";
  if (type === "boolean") return "toggle";
  if (type === "integer" || type === "number") return "number";
  return type === "string" ? "text" : "json";
}

const mediaKindOf = (format: string | undefined) =>
  /^(image|video|audio)_uri$/.exec(format ?? "")?.[1] as MediaKind | undefined;
