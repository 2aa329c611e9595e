import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import {
  filePath,
  type JsonSchema,
  type ModelFile,
  normaliseInputSchema,
  SchemaError,
} from "@model-api/codegen";
import { Ajv } from "ajv";
import { parse as parseYaml } from "yaml";
import { CONFIG_SCHEMA, type ConfigSchema, readConfigSchema } from "./config/config-schema.js";

/** The parts of the OpenAPI file that the generators read by themselves. */
export interface Contract {
  components: { schemas: Record<string, JsonSchema>; parameters?: Record<string, unknown> };
  paths: Record<string, Record<string, unknown>>;
}

export interface Schemas {
  contract: Contract;
  /** Undefined where there is none, as in a copy that holds models only. */
  config: ConfigSchema | undefined;
  /** Sorted by id, so that the order of generated code does not depend on the file system. */
  models: ModelFile[];
  /** What was said differently than the files say it; nothing is dropped in silence. */
  notes: string[];
  /** The manifest of the generated package, whose exports follow from the ids; undefined where there is none. */
  manifest: string | undefined;
}

/** The manifest of the generated package. */
export const MANIFEST = "packages/models/package.json";

/** Reads and checks everything under `schemas/`. Throws {@link SchemaError} at the first file that cannot be used. */
export function readSchemas(root: string): Schemas {
  const folder = join(root, "schemas");
  const contractFile = join(folder, "openapi.yaml");
  const contract = parse(contractFile, root, parseYaml) as Contract;
  const configFile = join(root, CONFIG_SCHEMA);
  const config = existsSync(configFile) ? readConfigSchema(parse(configFile, root, JSON.parse)) : undefined;
  const check = new Ajv({ allErrors: true, strict: false }).compile(
    parse(join(folder, "model.schema.json"), root, JSON.parse) as object,
  );
  const allNotes: string[] = [];
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
    const path = relative(join(folder, "models"), file).replaceAll("\\", "/");
    if (path !== `${filePath(model.model_id)}.json`) {
      throw new SchemaError(
        shown,
        "/model_id",
        `is "${model.model_id}", whose file is schemas/models/${filePath(model.model_id)}.json`,
      );
    }
    const { schema, notes } = normaliseInputSchema(model.input_schema, shown);
    allNotes.push(...notes.map(({ pointer, message }) => `${shown}#${pointer}: ${message}`));
    const normalised = { ...model, input_schema: schema };
    checkInputSchema(normalised, shown);
    return normalised;
  });
  models.sort((a, b) => (a.model_id < b.model_id ? -1 : 1));
  checkLocales(join(folder, "locales"), models, root);
  const manifestFile = join(root, MANIFEST);
  const manifest = existsSync(manifestFile) ? readFileSync(manifestFile, "utf8") : undefined;
  return { contract, config, models, notes: allNotes, manifest };
}

/** Words of another language: for models and fields that are there. */
interface Locale {
  models?: Record<string, { fields?: Record<string, unknown> }>;
}

/** A translation of something that is not there is a mistake: it was renamed, or misspelt. */
function checkLocales(folder: string, models: readonly ModelFile[], root: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).filter((entry) => entry.endsWith(".json"))) {
    const file = join(folder, name);
    const locale = parse(file, root, JSON.parse) as Locale;
    for (const [id, words] of Object.entries(locale.models ?? {})) {
      const model = models.find((other) => other.model_id === id);
      const pointer = `/models/${id.replaceAll("/", "~1")}`;
      if (!model) throw new SchemaError(relative(root, file), pointer, "there is no such model");
      const unknown = Object.keys(words.fields ?? {}).find(
        (field) => !Object.hasOwn(model.input_schema.properties, field),
      );
      if (unknown)
        throw new SchemaError(
          relative(root, file),
          `${pointer}/fields/${unknown}`,
          "the model has no such field",
        );
    }
  }
}

function modelFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => join(folder, name));
}

/** A larger file is not a schema but an accident. */
const MAX_BYTES = 2 ** 20;

function parse(file: string, root: string, parser: (text: string) => unknown): unknown {
  try {
    const size = statSync(file).size;
    if (size > MAX_BYTES) throw new Error(`has ${size} bytes; a schema has at most ${MAX_BYTES}`);
    return parser(readFileSync(file, "utf8"));
  } catch (error) {
    throw new SchemaError(relative(root, file), "", error instanceof Error ? error.message : String(error));
  }
}

/** What JSON Schema cannot say of an input schema. */
function checkInputSchema(model: ModelFile, file: string): void {
  const { properties } = model.input_schema;
  for (const [name, field] of Object.entries(properties)) {
    const from = field["x-derived-from"]?.field;
    if (from === undefined || Object.hasOwn(properties, from)) continue;
    throw new SchemaError(
      file,
      `/input_schema/properties/${name}/x-derived-from/field`,
      `"${from}" is not a property`,
    );
  }
}
