import { models as allModels, type ModelMetadata, type ModelModule } from "@model-api/models";
import { loadModel } from "@model-api/models/load";

/** The models that a server knows. */
export interface Catalog {
  readonly models: readonly ModelMetadata[];
  load(modelId: string): Promise<ModelModule<Record<string, unknown>> | undefined>;
}

const loaded = new Map<string, ReturnType<Catalog["load"]>>();

/** The catalog of `@model-api/models`. Each model is looked for once: to import what has been imported is not free. */
export const installedCatalog: Catalog = {
  models: allModels,
  load(modelId) {
    const known = loaded.get(modelId);
    if (known) return known;
    const model = loadModel(modelId);
    // Of ids that there are only: callers may ask for any number of others.
    if (allModels.some(({ model_id }) => model_id === modelId)) loaded.set(modelId, model);
    return model;
  },
};
