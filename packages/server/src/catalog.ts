import { models as allModels, type ModelMetadata, type ModelModule } from "@model-api/models";
import { loadModel } from "@model-api/models/load";

/** The models that a server knows. */
export interface Catalog {
  readonly models: readonly ModelMetadata[];
  load(modelId: string): Promise<ModelModule<Record<string, unknown>> | undefined>;
}

/** The catalog of `@model-api/models`. */
export const installedCatalog: Catalog = { models: allModels, load: loadModel };
