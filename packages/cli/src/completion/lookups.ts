import type { FieldSchema } from "@model-api/models";
import { choicesOf, typeOf } from "@model-api/models/lean";
import { loadModel } from "@model-api/models/load";
import { isMedia } from "../input/is-media.js";
import { schemaFlags } from "../input/schema-flags.js";
import type { Completes } from "../table/command.js";
import type { Lookups } from "./candidates.js";

/** What the installed catalog and the journal of this machine know. The server is not asked: a key was pressed. */
export const lookups: Lookups = {
  async models() {
    const { models } = await import("@model-api/models");
    return models.map(({ model_id, display_name }) => ({ word: model_id, description: display_name }));
  },
  async requests() {
    const { journal } = await import("@model-api/node");
    const { entries } = await journal().list();
    return entries.flatMap(({ requestId, model, state }) =>
      requestId === undefined ? [] : [{ word: requestId, description: `${model} (${state})` }],
    );
  },
  async modelFlags(modelId, own) {
    const model = await loadModel(modelId);
    if (!model) return [];
    return schemaFlags(model.inputSchema, own).flatMap(({ flag, schema }) => {
      const isBoolean = typeOf(schema) === "boolean";
      const known = {
        flag,
        description: schema.description ?? schema.title,
        takesValue: !isBoolean,
        takesMany: typeOf(schema) === "array",
        values: valuesOf(schema.items ?? schema),
      };
      return isBoolean ? [known, { ...known, flag: flag.replace("--", "--no-") }] : [known];
    });
  },
};

function valuesOf(schema: Partial<FieldSchema>): Completes | undefined {
  if (isMedia(schema)) return "files";
  return choicesOf(schema)?.map(String);
}
