import { NoSuchModelError } from "@ai-sdk/provider";
import type { ModelApiClient, ModelSource } from "@model-api/client";
import type { ModelInputSchema, ModelMetadata } from "@model-api/models";

/** What is known of a model when its input is put together. */
export interface KnownModel {
  readonly id: string;
  readonly inputSchema: ModelInputSchema;
  readonly metadata: Partial<ModelMetadata>;
}

/** The module of a model: from the caller's own source, else from the installed catalog. */
export const loadModel: (id: string, own: ModelSource | undefined) => ReturnType<ModelSource> = async (
  id,
  own,
) => (await own?.(id)) ?? (await import("@model-api/models/load")).loadModel(id);

/**
 * A model by its schema, which the server is asked for where nobody here has it.
 * @throws NoSuchModelError where the server has no schema of it either; what the client throws
 */
export async function knowModel(
  id: string,
  modelType: NoSuchModelError["modelType"],
  own: ModelSource | undefined,
  client: () => ModelApiClient,
  signal: AbortSignal | undefined,
): Promise<KnownModel> {
  const module = await loadModel(id, own);
  if (module) return { id, inputSchema: module.inputSchema, metadata: module.metadata };
  const entry = await client().models.get(id, { signal });
  const inputSchema = entry.input_schema as ModelInputSchema | undefined;
  if (inputSchema?.properties) return { id, inputSchema, metadata: entry as Partial<ModelMetadata> };
  throw new NoSuchModelError({
    modelId: id,
    modelType,
    message: `${id} is in no catalog, and the server tells no schema of its input; nothing was submitted.`,
  });
}
