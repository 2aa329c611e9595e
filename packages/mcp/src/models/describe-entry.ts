import type { CatalogEntry } from "@model-api/client";
import { type ModelMetadata, models } from "@model-api/models";
import { z } from "zod";

const installed: ReadonlyMap<string, ModelMetadata> = new Map(models.map((model) => [model.model_id, model]));

/** A model as lists have it. */
export const entryShape: z.ZodObject<{
  model_id: z.ZodString;
  display_name: z.ZodString;
  description: z.ZodOptional<z.ZodString>;
  kind: z.ZodOptional<z.ZodString>;
  categories: z.ZodArray<z.ZodString>;
  price: z.ZodObject<{
    usd: z.ZodNullable<z.ZodNumber>;
    unit: z.ZodOptional<z.ZodString>;
    note: z.ZodOptional<z.ZodString>;
  }>;
}> = z.object({
  model_id: z.string(),
  display_name: z.string(),
  description: z.string().optional(),
  kind: z.string().optional().describe("What the model makes: image, video or audio."),
  categories: z.array(z.string()),
  price: z.object({
    usd: z.number().nullable().describe("US dollars a unit; null where the server does not say."),
    unit: z.string().optional().describe("What one unit is: output or second."),
    note: z.string().optional(),
  }),
});

export type DescribedEntry = z.infer<typeof entryShape>;

/** What the server says of a model and, where it says nothing, the installed catalog; prices are the server's alone. */
export function describeEntry(entry: CatalogEntry): DescribedEntry {
  const known = installed.get(entry.model_id);
  const description = entry.description ?? known?.description;
  const kind = entry.output_kind ?? known?.output_kind;
  const { price_unit: unit, pricing_note: note } = entry;
  return {
    model_id: entry.model_id,
    display_name: entry.display_name,
    ...(description !== undefined && { description }),
    ...(kind !== undefined && { kind }),
    categories: entry.categories,
    price: {
      usd: entry.base_price_usd ?? null,
      ...(unit !== undefined && { unit }),
      ...(note !== undefined && { note }),
    },
  };
}
