import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { filePath, idOfPath, normaliseInputSchema } from "@model-api/codegen";
import { Ajv, type ValidateFunction } from "ajv";
import { parse as parseYaml } from "yaml";
import { isObject } from "./json.js";
import type { ModelDocument } from "./merge-model.js";
import { CatalogError } from "./problem.js";

/** The model files of a copy of the repository, and the rules that they follow. */
export interface ModelFiles {
  /** The ids of all model files. */
  readonly ids: readonly string[];
  isModelId(id: string): boolean;
  /** Checks a model against `schemas/model.schema.json`. */
  readonly fitsSchema: ValidateFunction;
  /** Path of a model's file from the root. Throws where the file would stand in the way of others, or outside. */
  pathOf(id: string, others: Iterable<string>): string;
  /** The model's file with a normalised input schema; undefined where there is none. */
  read(id: string): { readonly model: ModelDocument; readonly text: string } | undefined;
}

const MODELS = "schemas/models";

export function openModelFiles(root: string): ModelFiles {
  const folder = join(root, MODELS);
  if (!existsSync(folder)) throw new CatalogError(`${root} has no folder ${MODELS}`);
  const contract = parseYaml(readFileSync(join(root, "schemas/openapi.yaml"), "utf8"));
  const { pattern, maxLength } = contract.components.schemas.ModelId as {
    pattern: string;
    maxLength: number;
  };
  const modelId = new RegExp(pattern);
  const isModelId = (id: string) => id.length <= maxLength && modelId.test(id);
  const schema = JSON.parse(readFileSync(join(root, "schemas/model.schema.json"), "utf8"));
  const ids = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .map((name) => idOfPath(name.replaceAll("\\", "/").replace(/\.json$/, "")))
    .filter(isModelId)
    .sort();
  const real = realpathSync(folder);

  return {
    ids,
    isModelId,
    fitsSchema: new Ajv({ allErrors: true, strict: false }).compile(schema),
    pathOf(id, others) {
      if (!isModelId(id)) throw new Error("is no model id");
      const path = `${filePath(id)}.json`;
      // An id may end in ".json": its file is then the folder that another id needs.
      for (const other of others) {
        const otherPath = `${filePath(other)}.json`;
        if (path.startsWith(`${otherPath}/`) || otherPath.startsWith(`${path}/`))
          throw new Error(`its file and that of ${other} cannot stand side by side`);
      }
      let parent = dirname(join(folder, path));
      while (!existsSync(parent)) parent = dirname(parent);
      const place = relative(real, realpathSync(parent));
      // A link in the folder may lead anywhere.
      if (place === ".." || place.startsWith(`..${sep}`))
        throw new Error(`its file would stand outside ${MODELS}`);
      return `${MODELS}/${path}`;
    },
    read(id) {
      const path = `${MODELS}/${filePath(id)}.json`;
      if (!existsSync(join(root, path))) return undefined;
      let text: string;
      let model: unknown;
      try {
        text = readFileSync(join(root, path), "utf8");
        model = JSON.parse(text);
        if (!isObject(model)) throw new Error("is no object");
      } catch (error) {
        throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
      }
      const input_schema = normaliseInputSchema(model.input_schema, path).schema;
      return { model: { ...model, input_schema }, text };
    },
  };
}
