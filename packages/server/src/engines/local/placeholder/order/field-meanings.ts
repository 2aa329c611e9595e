/**
 * What the fields of a model's input mean. Vendors call the same thing by different names, and no schema says what a name means, so the
 * names that are in use stand here, and nowhere else. Where a model file says it by a keyword (`price_quantity`), that comes first.
 */

import { type FieldSchema, type ModelInputSchema, type ModelMetadata, typeOf } from "@model-api/models";

export type Meaning =
  | "width"
  | "height"
  | "shape"
  | "seconds"
  | "frames"
  | "rate"
  | "count"
  | "format"
  | "sampleRate"
  | "sound"
  | "words";

/** The first row that fits a field is what it means. `type` narrows a row to fields of that type. */
const NAMES: readonly { readonly meaning: Meaning; readonly name: RegExp; readonly type?: string }[] = [
  { meaning: "width", name: /^((image|video|output)_)?width$/ },
  { meaning: "height", name: /^((image|video|output)_)?height$/ },
  // "16:9", "1024x1024", "720p", "2k", "square_hd": what it is shows in the value.
  { meaning: "shape", name: /(^|_)(ratio|size|resolution|dimensions)$/ },
  { meaning: "frames", name: /^((num|number_of|n)_frames|frame_count|frames)$/ },
  { meaning: "rate", name: /^(fps|frame_?rate|frames_per_second)$/ },
  { meaning: "count", name: /^(n|(num|number_of|max)_(images|videos|outputs|samples|results))$/ },
  { meaning: "seconds", name: /(^|_)(duration|seconds)(_(s|sec|seconds|ms|milliseconds))?$/ },
  { meaning: "seconds", name: /^(video|audio|music|clip)_length(_(s|sec|seconds|ms|milliseconds))?$/ },
  { meaning: "format", name: /(^|_)format$/ },
  { meaning: "sampleRate", name: /(^|_)sample_rate(_hz)?$/ },
  { meaning: "sound", name: /(^|_)(audio|sound)(_|$)/, type: "boolean" },
  { meaning: "words", name: /^(prompt|text|tags|lyrics|description|script)$/, type: "string" },
];

const MILLISECONDS = /_(ms|milliseconds)$/;

/** A field that says something, and what it says. */
export interface Said {
  readonly name: string;
  readonly field: FieldSchema | undefined;
  /** What the input says; else the field's default. Never undefined. */
  readonly value: unknown;
  /** Whether the input says it. */
  readonly given: boolean;
}

export interface Model {
  readonly metadata: Pick<ModelMetadata, "model_id" | "output_kind" | "price_unit" | "price_quantity">;
  readonly inputSchema: ModelInputSchema;
}

/** The fields of that meaning that say something, those of the input before defaults. */
export function said(meaning: Meaning, model: Model, input: Readonly<Record<string, unknown>>): Said[] {
  const { properties } = model.inputSchema;
  return Object.keys(properties)
    .filter((name) => meaningOf(name, model) === meaning)
    .map((name) => {
      const field = properties[name];
      return { name, field, value: input[name] ?? field?.default, given: input[name] !== undefined };
    })
    .filter(({ value }) => value !== undefined && value !== null)
    .sort((a, b) => Number(b.given) - Number(a.given));
}

/** What one of the field's own units is of what it means: seconds are also told in milliseconds. */
export function factorOf(name: string, { metadata: { price_quantity: quantity } }: Model): number {
  if (quantity && "field" in quantity && quantity.field === name) return quantity.factor ?? 1;
  return MILLISECONDS.test(name) ? 0.001 : 1;
}

function meaningOf(name: string, { metadata, inputSchema }: Model): Meaning | undefined {
  const quantity = metadata.price_quantity;
  if (quantity && "field" in quantity && quantity.field === name)
    return metadata.price_unit === "second" ? "seconds" : "count";
  const type = typeOf(inputSchema.properties[name]);
  return NAMES.find((row) => row.name.test(name) && (row.type === undefined || row.type === type))?.meaning;
}
