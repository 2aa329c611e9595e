import type { FieldSchema, ModelInputSchema } from "@model-api/models";
import { typeOf } from "@model-api/models/lean";
import type { Flag } from "../table/command.js";

type Field = Partial<FieldSchema>;

/** A model's field as a flag of the command line. */
export interface SchemaFlag {
  readonly field: string;
  readonly schema: FieldSchema;
  readonly required: boolean;
  /** `--aspect-ratio` */
  readonly flag: string;
}

/** Flags for all fields of a model. A field whose flag means something else already gets `--input-` before its name. */
export function schemaFlags(schema: ModelInputSchema, own: readonly Flag[]): SchemaFlag[] {
  const reserved = new Set(["--help", ...own.map(({ flag }) => flag.split(" ")[0] ?? "")]);
  return Object.entries(schema.properties).map(([field, fieldSchema]) => {
    const kebab = field
      .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
      .replace(/[^A-Za-z0-9]+/g, "-")
      .toLowerCase();
    const isTaken = reserved.has(`--${kebab}`) || reserved.has(`--no-${kebab}`) || kebab.startsWith("no-");
    const flag = isTaken ? `--input-${kebab}` : `--${kebab}`;
    return { field, schema: fieldSchema, required: schema.required?.includes(field) ?? false, flag };
  });
}

/** What the parser is told of the fields. Values are kept as they were typed; {@link inputFromFlags} reads them. */
export function parserFlags(flags: readonly SchemaFlag[]): Flag[] {
  return flags.flatMap(({ flag, schema }): Flag[] => {
    const known = (text: string) => ({ flag: text, description: "" });
    if (typeOf(schema) === "boolean") return [known(flag), known(flag.replace("--", "--no-"))];
    return [known(`${flag} ${typeOf(schema) === "array" ? "<values...>" : "<value>"}`)];
  });
}

/** The input that the flags say, with numbers read as numbers. What is no number stays text, for the validator to name. */
export function inputFromFlags(
  values: Record<string, unknown>,
  flags: readonly SchemaFlag[],
): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const { flag, field, schema } of flags) {
    const value = values[attributeName(flag)];
    if (value !== undefined) input[field] = readValue(value, schema);
  }
  return input;
}

/** What commander calls a flag: `--aspect-ratio` is `aspectRatio`. Its own function would have it loaded where nothing is parsed. */
function attributeName(flag: string): string {
  return flag.slice(2).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** A value that was typed, as the schema means it. */
export function readValue(value: unknown, schema: Field): unknown {
  if (Array.isArray(value)) return value.map((item) => readValue(item, schema.items ?? {}));
  if (typeof value !== "string") return value;
  const type = typeOf(schema);
  const isNumber = type === "integer" || type === "number";
  if (isNumber && value.trim() !== "" && Number.isFinite(Number(value))) return Number(value);
  if (type === "object" || typeOf(schema.items) === "object") {
    try {
      return JSON.parse(value);
    } catch {
      return value;
    }
  }
  return value;
}
