import type { FieldSchema, ModelMetadata } from "@model-api/models";
import { choicesOf, typeOf } from "@model-api/models/lean";
import type { SchemaFlag } from "../input/schema-flags.js";
import type { CommandEntry } from "../table/command.js";
import { HELP } from "../table/common-flags.js";
import { flagBlocks } from "./command-page.js";
import { wrap } from "./wrap.js";

const INDENT = 4;

/** Help of `model-api run <model>`: the model's fields with types, choices, limits and defaults, then the command's own flags. */
export function modelPage(
  entry: CommandEntry,
  model: ModelMetadata,
  flags: readonly SchemaFlag[],
  width: number,
): string {
  const section = (title: string, shown: readonly SchemaFlag[]) =>
    shown.length === 0 ? [] : ["", `${title}:`, ...shown.map((flag) => fieldHelp(flag, width))];
  return [
    `Usage: model-api ${entry.name} ${model.model_id} [flags]`,
    "",
    ...wrap(`${model.display_name}. ${model.description}`, width, 0),
    ...section(
      "Required",
      flags.filter(({ required }) => required),
    ),
    ...section(
      "Options",
      flags.filter(({ required }) => !required),
    ),
    ...flagBlocks(
      [...entry.flags, HELP].map((flag) => ({ ...flag, group: "common" as const })),
      width,
    ),
    "",
  ].join("\n");
}

/** A field as lines: the flag, then what it is. */
export function fieldHelp({ flag, schema }: SchemaFlag, width: number): string {
  const facts = [schema.description ?? schema.title, ...limits(schema)];
  const from = schema["x-derived-from"];
  if (from) facts.push(`When left out: ${from.rule}.`);
  else if (schema.default !== undefined) facts.push(`When left out: ${JSON.stringify(schema.default)}.`);
  return [`  ${flag} ${placeholder(schema)}`.trimEnd(), ...wrap(facts.join(" "), width, INDENT)].join("\n");
}

function placeholder(schema: Partial<FieldSchema>): string {
  const type = typeOf(schema);
  if (type === "boolean") return "(or --no-…)";
  if (type === "array") return `${placeholder(schema.items ?? {})} …`;
  const choices = choicesOf(schema);
  if (choices) return choices.join("|");
  if (/^(image|video|audio)_uri$/.test(schema.format ?? "")) return "<file or URL>";
  return `<${type === "string" || type === undefined ? "text" : type}>`;
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
