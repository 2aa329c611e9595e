import type { ModelModule } from "@model-api/models/lean";

/** Gives the module of a model (its schema, validator and facts); undefined when it does not know the model. */
export type ModelSource = (modelId: string) => Promise<ModelModule<Record<string, unknown>> | undefined>;
