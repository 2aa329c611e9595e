/** The part of JSON Schema that model files use, and the keywords of ours. */
export interface JsonSchema {
  type?: string | string[];
  title?: string;
  description?: string;
  format?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  examples?: unknown[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  uniqueItems?: boolean;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  multipleOf?: number;
  oneOf?: JsonSchema[];
  anyOf?: JsonSchema[];
  allOf?: JsonSchema[];
  not?: JsonSchema;
  /** When the field is left out, the service derives it from another field. */
  "x-derived-from"?: { field: string; rule: string };
  /** A default that the vendor publishes and that is not what the service does, or that it would not accept. */
  "x-published-default"?: unknown;
  /** What the file itself has to satisfy; comparisons are strict. */
  "x-file-rules"?: FileRule[];
  [keyword: string]: unknown;
}

/** A limit of a media file, checked by whoever has the file. */
export interface FileRule {
  /** `file_size_mb`, `width_pixels`, `height_pixels`, `width/height`, `duration_seconds`, or a word that is not known yet. */
  measure: string;
  comparison: "<" | ">";
  value: number;
  /** The vendor's own words for a file that breaks the rule. */
  message?: string;
}

/** A schema of an object with named fields: what every model's input is. */
export type ObjectSchema = JsonSchema & { properties: Record<string, JsonSchema> };

/** One file under `schemas/models`. */
export interface ModelFile {
  model_id: string;
  display_name: string;
  description: string;
  kind: "model";
  categories: string[];
  output_kind: "image" | "video" | "audio";
  price_unit: "output" | "second";
  base_price_usd?: number;
  pricing_note?: string;
  /** How many units of the price a request is; left out where its input does not tell. */
  price_quantity?: { count: number } | { field: string; factor?: number };
  input_schema: ObjectSchema;
  output_schema: { $ref: string };
  examples?: { title: string; input: Record<string, unknown> }[];
}

/** Formats that mark a string as the URL of a media file. */
export const MEDIA_FORMATS: readonly string[] = ["image_uri", "video_uri", "audio_uri"];

/** What a media field holds on the wire: a URL that the service fetches, or a data URI. */
export const MEDIA_URI: RegExp = /^(?:https?:\/\/[^\s/?#]|data:)/i;

export function isMedia(schema: JsonSchema): boolean {
  return MEDIA_FORMATS.includes(schema.format ?? "");
}
