import type { FieldSchema, ModelInputSchema } from "@model-api/models";
import type { MediaKind } from "../engines/engine.js";

/** What a text of an input is, by its model's schema. */
export type TextRole = MediaKind | "choice" | "free";

/**
 * A copy of an input in which each text is what `map` makes of it; told which role the schema gives it. A text that the schema does not
 * know is `free`. Order and everything else stay as they are.
 */
export async function mapTexts(
  input: Readonly<Record<string, unknown>>,
  schema: ModelInputSchema,
  map: (text: string, role: TextRole) => unknown,
): Promise<Record<string, unknown>> {
  return (await mapValue(input, { properties: schema.properties }, map)) as Record<string, unknown>;
}

type Known = Partial<Pick<FieldSchema, "format" | "items" | "enum">> & {
  readonly properties?: Readonly<Record<string, FieldSchema>>;
};

async function mapValue(
  value: unknown,
  field: Known | undefined,
  map: (text: string, role: TextRole) => unknown,
): Promise<unknown> {
  if (typeof value === "string") return map(value, roleOf(field));
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const item of value) items.push(await mapValue(item, field?.items, map));
    return items;
  }
  if (typeof value !== "object" || value === null) return value;
  const entries: [string, unknown][] = [];
  for (const [key, item] of Object.entries(value)) {
    const known = Object.hasOwn(field?.properties ?? {}, key) ? field?.properties?.[key] : undefined;
    entries.push([key, await mapValue(item, known, map)]);
  }
  return Object.fromEntries(entries);
}

function roleOf(field: Known | undefined): TextRole {
  const [, kind] = /^(image|video|audio)_uri$/.exec(field?.format ?? "") ?? [];
  if (kind) return kind as MediaKind;
  return field?.enum ? "choice" : "free";
}
