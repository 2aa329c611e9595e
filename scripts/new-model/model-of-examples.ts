import type { JsonSchema } from "@model-api/codegen";
import type { Entry } from "../sync-catalog/collect-entries.js";
import { isObject, type JsonObject } from "../sync-catalog/json.js";
import { CatalogError } from "../sync-catalog/problem.js";
import { type Guess, inferObject } from "./infer-schema.js";
import { isPublicUrl } from "./media-kind.js";

/** A catalog's entry of a model of which nothing is known but inputs that its service took. Throws {@link CatalogError}. */
export function entryOfExamples(
  modelId: string,
  examples: readonly JsonObject[],
  required: readonly string[] | undefined,
  guess: Guess,
): Entry {
  for (const name of required ?? [])
    if (!examples.every((example) => Object.hasOwn(example, name)))
      throw new CatalogError(
        `--required names "${name}", which ${examples.length > 1 ? "an" : "the"} example goes without`,
      );
  const schema = inferObject(examples, required, (pointer, message) =>
    guess(`/input_schema${pointer}`, message),
  );
  if (required === undefined)
    guess(
      "/input_schema/required",
      schema.required
        ? `is what all examples have: ${schema.required.join(", ")}`
        : "is left out: nothing is required, as one example does not tell",
    );
  return { model_id: modelId, input_schema: schema };
}

/** The first example that anybody can run: its files are public addresses without a signature. */
export function publishableExample(
  examples: readonly JsonObject[],
  schema: JsonSchema,
  guess: Guess,
): JsonObject | undefined {
  const found = examples.find((example) => mediaIn(example, schema).every(isPublicUrl));
  if (!found)
    guess(
      "/examples",
      "is left out: the files of the examples are on this machine, are given as bytes, or have a query, which may be a signature",
    );
  return found;
}

/** Every text of a value that the schema says is a file. */
function mediaIn(value: unknown, schema: JsonSchema): string[] {
  if (typeof value === "string") return schema.format?.endsWith("_uri") ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => mediaIn(item, schema.items ?? {}));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, item]) => mediaIn(item, schema.properties?.[name] ?? {}));
}
