import { SchemaError } from "@model-api/codegen";

/** One setting of the server, as `schemas/server-config.schema.json` says it. */
export interface Setting {
  /** Its key in the file. */
  readonly name: string;
  readonly kind: "string" | "integer" | "boolean" | "duration" | "size" | "list";
  readonly description: string;
  /** As it is written in the file. */
  readonly default?: unknown;
  /** A default that follows from other things, in words. */
  readonly defaultText?: string;
  /** In kebab-case, without the dashes in front. A secret has none. */
  readonly flag?: string;
  readonly env: string;
  readonly secret: boolean;
  /** What its value is called in the help. */
  readonly value: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  /** What is allowed, where the pattern does not say it to a person. */
  readonly allowed?: string;
  readonly minimum?: number | string;
  readonly maximum?: number | string;
}

/** The file that settings are read from, and how another one is named. */
export interface ConfigFile {
  readonly flag: string;
  readonly env: string;
  readonly default: string;
  readonly description: string;
}

export interface ConfigSchema {
  readonly file: ConfigFile;
  readonly settings: readonly Setting[];
}

export const CONFIG_SCHEMA = "schemas/server-config.schema.json";

interface Property {
  type?: string;
  description?: string;
  default?: unknown;
  enum?: string[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  items?: { pattern?: string };
  "x-env"?: string;
  "x-flag"?: string;
  "x-secret"?: boolean;
  "x-unit"?: "duration" | "size";
  "x-value"?: string;
  "x-allowed"?: string;
  "x-default-text"?: string;
  "x-minimum"?: string;
  "x-maximum"?: string;
}

/** The settings in the order of the schema. Throws {@link SchemaError} where one lacks what the generators need. */
export function readConfigSchema(schema: unknown): ConfigSchema {
  const { properties, "x-file": file } = schema as {
    properties: Record<string, Property>;
    "x-file": ConfigFile;
  };
  const settings = Object.entries(properties)
    .filter(([name]) => name !== "$schema")
    .map(([name, property]) => toSetting(name, property));
  for (const key of ["flag", "env"] as const) {
    const taken = new Set<string>([file[key]]);
    for (const { name, [key]: value } of settings) {
      if (value === undefined) continue;
      if (taken.has(value)) throw problem(name, `the ${key} ${value} is taken`);
      taken.add(value);
    }
  }
  return { file, settings };
}

const KINDS: Readonly<Record<string, Setting["kind"]>> = {
  string: "string",
  integer: "integer",
  boolean: "boolean",
  array: "list",
};

function toSetting(name: string, property: Property): Setting {
  const kind = property["x-unit"] ?? KINDS[property.type ?? ""];
  if (!kind) throw problem(name, `"${property.type}" is not a type of a setting`);
  if (!property.description) throw problem(name, "has no description");
  const env = property["x-env"];
  if (!env) throw problem(name, "has no x-env");
  const secret = property["x-secret"] ?? false;
  const pattern = property.items?.pattern ?? (property["x-unit"] ? undefined : property.pattern);
  const minimum = property["x-minimum"] ?? property.minimum;
  const maximum = property["x-maximum"] ?? property.maximum;
  return {
    name,
    kind,
    description: property.description,
    ...(property.default !== undefined && { default: property.default }),
    ...(property["x-default-text"] && { defaultText: property["x-default-text"] }),
    ...(!secret && { flag: property["x-flag"] ?? kebab(name) }),
    env,
    secret,
    value: property["x-value"] ?? property.enum?.join("|") ?? (kind === "integer" ? "number" : kind),
    ...(property.enum && { enum: property.enum }),
    ...(pattern && { pattern }),
    ...(property["x-allowed"] && { allowed: property["x-allowed"] }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
  };
}

function problem(name: string, reason: string): SchemaError {
  return new SchemaError(CONFIG_SCHEMA, `/properties/${name}`, reason);
}

function kebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
}
