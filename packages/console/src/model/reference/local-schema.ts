import type { ModelInputSchema } from "@model-api/models/lean";
import { outputSchema } from "../../generated/output-schema.js";
import type { WordsOfModel } from "../../i18n/model-words.js";

/** The input schema in the words of a language. Keywords and values are the same in all of them. */
export function localInputSchema(schema: ModelInputSchema, words: WordsOfModel, title: string): object {
  const properties = Object.fromEntries(
    Object.entries(schema.properties).map(([name, field]) => [name, { ...field, ...words.fields[name] }]),
  );
  const { type, ...rest } = schema;
  return { type, title, ...rest, properties };
}

/** What the reference shows of an output. */
export function localOutputSchema(descriptions: Readonly<Record<string, string>>): object {
  const properties = Object.fromEntries(
    Object.entries(outputSchema.properties).map(([name, field]) => [
      name,
      { ...field, description: descriptions[name] ?? field.description },
    ]),
  );
  return { output: { ...outputSchema, properties } };
}
