import { isMedia, type JsonSchema } from "./json-schema.js";

/** What a person should know of a field, as the text of its doc comment: meaning, limits, default. */
export function fieldDoc(field: JsonSchema): string {
  const lines = [field.description || field.title || ""];
  const limits = limitsOf(field);
  if (limits) lines.push("", limits);
  const derived = field["x-derived-from"];
  if (derived) lines.push("", `When left out: ${derived.rule} (\`${derived.field}\`).`);
  if (field.default !== undefined) lines.push("", `@default ${JSON.stringify(field.default)}`);
  return escapeComment(lines.join("\n").trim());
}

/** `1 to 10 items`, `at most 5000 characters`, `0 to 2147483647`; empty where there is no limit. */
export function limitsOf(field: JsonSchema): string {
  const limits: string[] = [];
  const add = (low: number | undefined, high: number | undefined, unit: string) => {
    if (low !== undefined && high !== undefined) limits.push(`${low} to ${high}${unit}`);
    else if (low !== undefined) limits.push(`at least ${low}${unit}`);
    else if (high !== undefined) limits.push(`at most ${high}${unit}`);
  };
  add(field.minItems, field.maxItems, " items");
  add(field.minLength, field.maxLength, " characters");
  add(field.minimum, field.maximum, "");
  const media = [field, field.items ?? {}].find(isMedia);
  if (media)
    limits.push(
      `${String(media.format).replace("_uri", "")}${field.type === "array" ? "s" : ""}: URL, data URI or file`,
    );
  for (const { measure, comparison, value } of field["x-file-rules"] ?? []) {
    limits.push(`the file's ${measure.replaceAll("_", " ")} ${comparison} ${value}`);
  }
  const text = limits.join("; ");
  return text && `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Schema text is data: it must not be able to end the comment that it stands in. */
export function escapeComment(text: string): string {
  return text.replaceAll("*/", "*\\/");
}
