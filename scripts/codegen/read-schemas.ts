import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { Ajv } from "ajv";
import { parse as parseYaml } from "yaml";
import type { JsonSchema, ModelFile } from "./json-schema.js";
import { typeName } from "./names.js";
import { SchemaError } from "./schema-error.js";

/** The parts of the OpenAPI file that the generators read by themselves. */
export interface Contract {
  components: { schemas: Record<string, JsonSchema> };
  paths: Record<string, Record<string, unknown>>;
}

export interface Schemas {
  contract: Contract;
  /** Sorted by id, so that the order of generated code does not depend on the file system. */
  models: ModelFile[];
}

/** Reads and checks everything under `schemas/`. Throws {@link SchemaError} at the first file that cannot be used. */
export function readSchemas(root: string): Schemas {
  const folder = join(root, "schemas");
  const contractFile = join(folder, "openapi.yaml");
  const contract = parse(contractFile, root, parseYaml) as Contract;
  const check = new Ajv({ allErrors: true, strict: false }).compile(
    parse(join(folder, "model.schema.json"), root, JSON.parse) as object,
  );
  const models = modelFiles(join(folder, "models")).map((file) => {
    const model = parse(file, root, JSON.parse) as ModelFile;
    const shown = relative(root, file);
    if (!check(model)) {
      const error = check.errors?.[0];
      throw new SchemaError(
        shown,
        error?.instancePath ?? "",
        error?.message ?? "does not fit model.schema.json",
      );
    }
    const expected = relative(join(folder, "models"), file)
      .replaceAll("\\", "/")
      .replace(/\.json$/, "");
    if (model.model_id !== expected) {
      throw new SchemaError(
        shown,
        "/model_id",
        `is "${model.model_id}", but the file's path says "${expected}"`,
      );
    }
    checkInputSchema(model, shown);
    return model;
  });
  models.sort((a, b) => (a.model_id < b.model_id ? -1 : 1));
  checkNames(models);
  return { contract, models };
}

function modelFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => join(folder, name));
}

function parse(file: string, root: string, parser: (text: string) => unknown): unknown {
  try {
    return parser(readFileSync(file, "utf8"));
  } catch (error) {
    throw new SchemaError(relative(root, file), "", error instanceof Error ? error.message : String(error));
  }
}

/** What JSON Schema cannot say of an input schema. */
function checkInputSchema(model: ModelFile, file: string): void {
  const { properties, required = [] } = model.input_schema;
  for (const name of required) {
    const field = properties[name];
    if (!field)
      throw new SchemaError(file, "/input_schema/required", `names "${name}", which is not a property`);
    if ("default" in field) {
      throw new SchemaError(
        file,
        `/input_schema/properties/${name}/default`,
        "a required field has no default; say it as one of its examples",
      );
    }
  }
  for (const [name, field] of Object.entries(properties)) {
    const pointer = `/input_schema/properties/${name}`;
    if (field.type === "array" && !field.items) throw new SchemaError(file, pointer, "an array needs items");
    const from = field["x-derived-from"]?.field;
    if (from !== undefined && !(from in properties)) {
      throw new SchemaError(file, `${pointer}/x-derived-from/field`, `"${from}" is not a property`);
    }
  }
}

/** Two ids must not become one type name, nor one file on a file system that ignores case. */
function checkNames(models: readonly ModelFile[]): void {
  for (const key of [(id: string) => typeName(id), (id: string) => id.toLowerCase()]) {
    const seen = new Map<string, string>();
    for (const { model_id: id } of models) {
      const other = seen.get(key(id));
      if (other)
        throw new SchemaError(
          `schemas/models/${id}.json`,
          "/model_id",
          `collides with "${other}" as ${key(id)}`,
        );
      seen.set(key(id), id);
    }
  }
}
