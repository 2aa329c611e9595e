import type { FieldSchema, ModelMetadata } from "@model-api/models";
import type { SchemaFlag } from "./schema-flags.js";

const INDENT = 4;

/** Help of `model-api run <model>`: the model's fields with types, choices, limits and defaults. */
export function modelHelp(
  model: ModelMetadata,
  flags: readonly SchemaFlag[],
  common: string,
  width: number,
): string {
  const section = (title: string, shown: readonly SchemaFlag[]) =>
    shown.length === 0 ? [] : [`${title}:`, ...shown.map((flag) => fieldHelp(flag, width)), ""];
  return [
    `Usage: model-api run ${model.model_id} [flags]`,
    "",
    ...wrap(`${model.display_name}. ${model.description}`, width, 0),
    "",
    ...section(
      "Required",
      flags.filter(({ required }) => required),
    ),
    ...section(
      "Optional",
      flags.filter(({ required }) => !required),
    ),
    common,
  ].join("\n");
}

function fieldHelp({ flag, schema }: SchemaFlag, width: number): string {
  const facts = [schema.description ?? schema.title, ...limits(schema)];
  const from = schema["x-derived-from"];
  if (from) facts.push(`When left out: ${from.rule}.`);
  else if (schema.default !== undefined) facts.push(`When left out: ${JSON.stringify(schema.default)}.`);
  return [`  ${flag} ${placeholder(schema)}`.trimEnd(), ...wrap(facts.join(" "), width, INDENT)].join("\n");
}

function placeholder(schema: Partial<FieldSchema>): string {
  if (schema.type === "boolean") return "(or --no-…)";
  if (schema.type === "array") return `${placeholder(schema.items ?? {})} …`;
  if (schema.enum) return schema.enum.join("|");
  if (/^(image|video|audio)_uri$/.test(schema.format ?? "")) return "<file or URL>";
  return `<${schema.type === "string" || schema.type === undefined ? "text" : schema.type}>`;
}

function limits(schema: FieldSchema): string[] {
  const { minimum, maximum, minItems, maxItems, minLength, maxLength } = schema;
  return [
    range(minimum, maximum, ""),
    range(minItems, maxItems, " values"),
    range(minLength, maxLength, " characters"),
  ].filter((text) => text !== "");
}

function range(low: number | undefined, high: number | undefined, unit: string): string {
  if (low !== undefined && high !== undefined) return `${low} to ${high}${unit}.`;
  if (low !== undefined) return `At least ${low}${unit}.`;
  return high === undefined ? "" : `At most ${high}${unit}.`;
}

/** Lines of at most `width` characters, indented. */
function wrap(text: string, width: number, indent: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line && indent + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  if (line) lines.push(line);
  return lines.map((content) => " ".repeat(indent) + content);
}
