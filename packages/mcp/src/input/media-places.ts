import type { FieldSchema, ModelInputSchema } from "@model-api/models/lean";

/** A string that stands where a model takes a file. */
export interface MediaPlace {
  /** Keys and indices from the top of the input. */
  readonly path: readonly (string | number)[];
  readonly text: string;
}

export function isMediaField(field: Partial<FieldSchema> | undefined): boolean {
  return /^(image|video|audio)_uri$/.test(field?.format ?? "");
}

/**
 * Strings in media fields that are neither http URLs nor data URIs: what `@model-api/node` would take for paths. It looks into
 * lists of any depth and into nothing else, and so does this.
 */
export function findPaths(
  input: Record<string, unknown>,
  schema: ModelInputSchema | undefined,
): MediaPlace[] {
  const places: MediaPlace[] = [];
  const look = (value: unknown, field: Partial<FieldSchema> | undefined, path: (string | number)[]) => {
    if (typeof value === "string") {
      if (isMediaField(field) && !/^(https?|data):/i.test(value)) places.push({ path, text: value });
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) look(item, field?.items, [...path, index]);
    }
  };
  const properties = schema?.properties ?? {};
  for (const [name, value] of Object.entries(input))
    look(value, Object.hasOwn(properties, name) ? properties[name] : undefined, [name]);
  return places;
}

/** A copy of the input in which something else stands in these places. */
export function replaceAt(
  input: Record<string, unknown>,
  places: readonly MediaPlace[],
  put: (place: MediaPlace) => unknown,
): Record<string, unknown> {
  const copy = copyLists(input) as Record<string, unknown>;
  for (const place of places) {
    const [last, ...before] = [...place.path].reverse();
    const holder = before
      .reverse()
      .reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], copy);
    (holder as Record<string | number, unknown>)[last ?? ""] = put(place);
  }
  return copy;
}

function copyLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyLists);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, copyLists(item)]));
}
