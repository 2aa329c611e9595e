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
import { checkLocales, type Locale } from "./check-locales.js";
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
  const output = Object.keys(contract.components.schemas.Output?.properties ?? {});
  checkLocales(readLocales(join(folder, "locales"), root), models, output);
  const manifestFile = join(root, MANIFEST);
  const manifest = existsSync(manifestFile) ? readFileSync(manifestFile, "utf8") : undefined;
  return { contract, config, models, notes: allNotes, manifest };
}

function readLocales(folder: string, root: string): Map<string, Locale> {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
  return new Map(
    names
      .sort()
      .map((name) => [name.slice(0, -".json".length), parse(join(folder, name), root, JSON.parse) as Locale]),
  );
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
