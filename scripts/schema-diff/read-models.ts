import { type ModelFile, normaliseInputSchema, SchemaError } from "@model-api/codegen";
import type { Files } from "./git.js";

export const MODELS = "schemas/models";

/**
 * The models among some files, normalised as the generators see them, so that a schema that is only said differently
 * has not changed. `label` says in errors which version a file is of.
 */
export function readModels(files: Files, label: string): ModelFile[] {
  return [...files]
    .filter(([path]) => path.startsWith(`${MODELS}/`) && path.endsWith(".json"))
    .map(([path, text]) => readModel(`${path} (${label})`, text));
}

function readModel(file: string, text: string): ModelFile {
  let model: ModelFile;
  try {
    model = JSON.parse(text) as ModelFile;
  } catch (error) {
    throw new SchemaError(file, "", error instanceof Error ? error.message : String(error));
  }
  if (typeof model?.model_id !== "string") throw new SchemaError(file, "/model_id", "is no text");
  return { ...model, input_schema: normaliseInputSchema(model.input_schema, file).schema };
}
