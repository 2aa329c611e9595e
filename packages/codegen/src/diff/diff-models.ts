import type { ModelFile } from "../json-schema.js";
import { addition, breaking, type SchemaChange } from "./change.js";
import { diffInputSchemas } from "./diff-schemas.js";
import { diffModelFacts } from "./model-facts.js";

/** What changed in one model. Models without changes have none. */
export interface ModelDiff {
  model_id: string;
  /** Pointers are inside the model file; the empty one means the model as a whole. Never empty. */
  changes: SchemaChange[];
}

/** What changed between two sets of models, for callers, sorted by id. A model under a new id is another model. */
export function diffModels(before: readonly ModelFile[], after: readonly ModelFile[]): ModelDiff[] {
  const [was, is] = [byId(before), byId(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .sort()
    .map((id) => ({ model_id: id, changes: diffModel(was.get(id), is.get(id)) }))
    .filter(({ changes }) => changes.length > 0);
}

function diffModel(before: ModelFile | undefined, after: ModelFile | undefined): SchemaChange[] {
  if (!before) return after ? [addition("", `the model was added: ${after.display_name}`)] : [];
  if (!after) return [breaking("", `the model was removed: ${before.display_name}`)];
  const input = diffInputSchemas(before.input_schema, after.input_schema);
  return [
    ...input.map((change) => ({ ...change, pointer: `/input_schema${change.pointer}` })),
    ...diffModelFacts(before, after),
  ];
}

function byId(models: readonly ModelFile[]): Map<string, ModelFile> {
  return new Map(models.map((model) => [model.model_id, model]));
}
