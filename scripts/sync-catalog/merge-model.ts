import type { JsonSchema, ModelFile } from "@model-api/codegen";
import type { Entry } from "./collect-entries.js";
import { isGiven, isObject } from "./json.js";
import { keepRules } from "./keep-rules.js";
import { inOrder, MODEL_KEYS } from "./key-order.js";
import { mergeSchema, type Notice } from "./merge-schema.js";
import { describe, guessOutputKind } from "./words.js";

/** A model file with the `$schema` that editors read. */
export type ModelDocument = Partial<ModelFile> & { readonly $schema?: string };

/**
 * What a model's file should say: facts from the catalog, words from the file. Nothing is invented where the catalog is silent, so
 * a new model may lack what a model file needs; the check that follows says so.
 */
export function mergeModel(
  entry: Entry,
  schema: ModelFile["input_schema"],
  file: ModelDocument | undefined,
  notice: Notice,
): ModelDocument {
  const fact = <Key extends keyof ModelFile>(key: Key): ModelFile[Key] | undefined =>
    (isGiven(entry[key]) ? entry[key] : file?.[key]) as ModelFile[Key] | undefined;
  const categories = unique(fact("categories") ?? []);
  const words = Array.isArray(categories) ? categories.map(String) : [];
  let outputKind = fact("output_kind");
  if (outputKind === undefined) {
    outputKind = guessOutputKind(words);
    notice("/output_kind", `"${outputKind}" is a guess from the categories`);
  }
  let description = isGiven(file?.description) ? file?.description : undefined;
  if (description === undefined && isGiven(entry.description)) description = entry.description as string;
  if (description === undefined) {
    description = describe(words, outputKind);
    notice("/description", "is made from the categories; a person would say it better");
  }
  const up = "../".repeat(entry.model_id.split("/").length);
  const model: ModelDocument = {
    $schema: file?.$schema ?? `${up}model.schema.json`,
    model_id: entry.model_id,
    kind: "model",
    description,
    categories,
    output_kind: outputKind,
    input_schema: withoutLostSources(
      mergeSchema(
        { ...schema, ...keepRules(schema, file?.input_schema, notice) },
        file?.input_schema,
        notice,
        "/input_schema",
      ),
      notice,
    ),
    output_schema: file?.output_schema ?? { $ref: `${up}openapi.yaml#/components/schemas/Output` },
    ...given("display_name", fact("display_name")),
    ...given("price_unit", fact("price_unit")),
    // A server that charges nothing answers null: it says nothing of the price.
    ...given("base_price_usd", fact("base_price_usd")),
    ...given("pricing_note", fact("pricing_note")),
    ...given("price_quantity", file?.price_quantity),
    ...given("examples", file?.examples),
  };
  return inOrder(model, file, MODEL_KEYS);
}

function given<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]?: Value });
}

/** A category that stands twice says no more than once. What is no list is left for the check to refuse. */
function unique(categories: string[]): string[] {
  return Array.isArray(categories) ? [...new Set(categories)] : categories;
}

/** Takes away what is said to be derived from a field that the catalog no longer has. */
function withoutLostSources(schema: JsonSchema, notice: Notice): ModelFile["input_schema"] {
  const properties = schema.properties ?? {};
  const fields = Object.entries(properties).map(([name, field]): [string, JsonSchema] => {
    const { "x-derived-from": derived, ...rest } = field;
    if (!isObject(derived) || Object.hasOwn(properties, derived.field)) return [name, field];
    notice(
      `/input_schema/properties/${name}/x-derived-from`,
      `dropped: the model has no field "${derived.field}" any more`,
    );
    return [name, rest];
  });
  return { ...schema, properties: Object.fromEntries(fields) };
}
