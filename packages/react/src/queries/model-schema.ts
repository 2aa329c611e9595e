import type { ModelApiClient, ModelSource } from "@model-api/client";

type ModelModule = NonNullable<Awaited<ReturnType<ModelSource>>>;

/** What is known of a model, without its validator: plain JSON. */
export type ModelSchema = Pick<ModelModule, "inputSchema"> &
  Partial<Pick<ModelModule, "metadata" | "examples">>;

/** What the installed catalog knows of a model, else what the server says of it. */
export async function loadModelSchema(
  client: () => ModelApiClient,
  modelId: string,
  signal: AbortSignal,
): Promise<ModelSchema> {
  const { loadModel } = await import("@model-api/models/load");
  const known = await loadModel(modelId);
  if (known) {
    const { metadata, inputSchema, examples } = known;
    return { metadata, inputSchema, examples };
  }
  const { input_schema, ...metadata } = await client().models.get(modelId, { signal });
  const inputSchema: unknown = input_schema ?? { type: "object", properties: {} };
  return { metadata, inputSchema } as ModelSchema;
}
