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
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  /** When the field is left out, the service derives it from another field. */
  "x-derived-from"?: { field: string; rule: string };
  /** A default that the vendor publishes and that is not what the service does. */
  "x-published-default"?: unknown;
  [keyword: string]: unknown;
}

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
  input_schema: JsonSchema & { properties: Record<string, JsonSchema> };
  output_schema: { $ref: string };
  examples?: { title: string; input: Record<string, unknown> }[];
}

/** Formats that mark a string as the URL of a media file. */
export const MEDIA_FORMATS = ["image_uri", "video_uri", "audio_uri"] as const;

export function isMedia(schema: JsonSchema): boolean {
  return (MEDIA_FORMATS as readonly string[]).includes(schema.format ?? "");
}
