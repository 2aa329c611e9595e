import type { ModelFile } from "../json-schema.js";
import { isObject } from "../normalise/context.js";
import { normaliseInputSchema } from "../normalise/normalise.js";
import { SchemaError } from "../schema-error.js";

const MODEL_ID = /^(?!(.*\/)?\.+(\/|$))[\w.-]+(\/[\w.-]+){1,4}$/;
const KINDS = ["image", "video", "audio"];

/** A catalog entry, or a model file, as a model file. Facts that it does not say are left out or said neutrally, never guessed as prices. */
export function toModelFile(entry: unknown, source: string): ModelFile {
  if (!isObject(entry))
    throw new SchemaError(source, "", "must hold a JSON object: a catalog entry or a model file");
  const { model_id: id, input_schema: published } = entry;
  if (typeof id !== "string" || !MODEL_ID.test(id)) {
    throw new SchemaError(
      source,
      "/model_id",
      `${JSON.stringify(id)} is not a model id, such as acme/portrait/edit`,
    );
  }
  if (published === undefined)
    throw new SchemaError(source, "/input_schema", "is missing, so there is nothing to make types from");
  const { schema } = normaliseInputSchema(published, source);
  const text = (key: string) => (typeof entry[key] === "string" ? (entry[key] as string) : undefined);
  const kind = text("output_kind");
  const price = entry.base_price_usd;
  return {
    model_id: id,
    display_name: text("display_name") ?? id,
    description: text("description") ?? `The model ${id}.`,
    kind: "model",
    categories: Array.isArray(entry.categories) ? entry.categories.map(String) : [],
    output_kind: KINDS.includes(kind ?? "") ? (kind as ModelFile["output_kind"]) : "image",
    price_unit: text("price_unit") === "second" ? "second" : "output",
    ...(typeof price === "number" && { base_price_usd: price }),
    input_schema: schema,
    output_schema: { $ref: "openapi.yaml#/components/schemas/Output" },
  };
}
