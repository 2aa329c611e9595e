import type { FieldSchema, ModelInputSchema } from "@model-api/models";
import { type Command, Option } from "commander";

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
export function schemaFlags(schema: ModelInputSchema, reserved: ReadonlySet<string>): SchemaFlag[] {
  return Object.entries(schema.properties).map(([field, fieldSchema]) => {
    const kebab = field
      .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
      .replace(/[^A-Za-z0-9]+/g, "-")
      .toLowerCase();
    const isTaken = reserved.has(`--${kebab}`) || kebab.startsWith("no-");
    const flag = isTaken ? `--input-${kebab}` : `--${kebab}`;
    return { field, schema: fieldSchema, required: schema.required?.includes(field) ?? false, flag };
  });
}

/** Adds the flags to a command. Values are kept as they were typed; {@link inputFromFlags} reads them. */
export function addFlags(command: Command, flags: readonly SchemaFlag[]): void {
  for (const { flag, schema } of flags) {
    if (schema.type === "boolean") command.option(flag).option(flag.replace("--", "--no-"));
    else command.option(`${flag} ${schema.type === "array" ? "<values...>" : "<value>"}`);
  }
}

/** The input that the flags say, with numbers read as numbers. What is no number stays text, for the validator to name. */
export function inputFromFlags(
  values: Record<string, unknown>,
  flags: readonly SchemaFlag[],
): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const { flag, field, schema } of flags) {
    const value = values[new Option(flag).attributeName()];
    if (value !== undefined) input[field] = read(value, schema);
  }
  return input;
}

function read(value: unknown, schema: Field): unknown {
  if (Array.isArray(value)) return value.map((item) => read(item, schema.items ?? {}));
  if (typeof value !== "string") return value;
  const isNumber = schema.type === "integer" || schema.type === "number";
  if (isNumber && value.trim() !== "" && Number.isFinite(Number(value))) return Number(value);
  if (schema.type === "object" || schema.items?.type === "object") {
    try {
      return JSON.parse(value);
    } catch {
      return value;
    }
  }
  return value;
}
