import { choicesOf, type ModelInputSchema, typeOf } from "@model-api/models/lean";
import type { ModelSchema } from "@model-api/react";

/** An input to show: the model's own example, else one that is made of what its fields give. */
export function exampleInput({ inputSchema, examples }: ModelSchema): Record<string, unknown> {
  const first = examples?.[0]?.input;
  if (first) return first as Record<string, unknown>;
  const { properties, required = [] } = inputSchema;
  return Object.fromEntries(
    required.map((name) => {
      const field = properties[name];
      return [name, field?.examples?.[0] ?? field?.default ?? choicesOf(field)?.[0] ?? standIn(field)];
    }),
  );
}

/** The first field that takes a file; undefined where none does. */
export function mediaFieldOf({ properties }: ModelInputSchema): string | undefined {
  return Object.keys(properties).find((name) => {
    const { format, items } = properties[name] ?? {};
    return /_uri$/.test(format ?? items?.format ?? "");
  });
}

function standIn(field: ModelInputSchema["properties"][string] | undefined): unknown {
  const format = field?.format ?? field?.items?.format;
  const ending = { image_uri: "png", video_uri: "mp4", audio_uri: "mp3" }[format ?? ""];
  const one = ending ? `https://example.com/file.${ending}` : "…";
  const type = typeOf(field);
  if (type === "array") return [one];
  if (type === "boolean") return false;
  return type === "integer" || type === "number" ? (field?.minimum ?? 1) : one;
}
