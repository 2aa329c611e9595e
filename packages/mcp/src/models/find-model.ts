import { type CatalogEntry, NotFoundError } from "@model-api/client";
import { fitsPattern, type ModelInputSchema, nearestOf } from "@model-api/models/lean";
import { loadModel } from "@model-api/models/load";
import type { Context } from "../context.js";
import { ToolError } from "../tool-error.js";

export interface FoundModel {
  readonly id: string;
  /** What the server in use says of it. */
  readonly entry: CatalogEntry;
  /** Of the installed catalog, else the server's; undefined where neither has one. */
  readonly inputSchema: ModelInputSchema | undefined;
  /** The model's module, with its validator; undefined where the installed catalog does not know it. */
  readonly module: Awaited<ReturnType<typeof loadModel>>;
}

/** Whether whoever runs the server lets this model be used. */
export function isAllowed({ options }: Context, id: string): boolean {
  const { models = [] } = options;
  return models.length === 0 || models.some((pattern) => fitsPattern(id, pattern));
}

/**
 * The model, as the server in use has it.
 * @throws ToolError `model_not_allowed`; `unknown_model` with the nearest ids; what a call throws
 */
export async function findModel(context: Context, id: string, signal: AbortSignal): Promise<FoundModel> {
  if (!isAllowed(context, id))
    throw new ToolError(
      "model_not_allowed",
      `${id} may not be used here: whoever runs this server has allowed ${context.options.models?.join(", ")} only (--model). list_models lists those. Nothing was submitted.`,
    );
  let entry: CatalogEntry;
  try {
    entry = await context.client.models.get(id, { signal });
  } catch (error) {
    if (!NotFoundError.isInstance(error)) throw error;
    throw await unknownModel(context, id, signal);
  }
  const module = await loadModel(id);
  const inputSchema = module?.inputSchema ?? (entry.input_schema as ModelInputSchema | undefined);
  return { id, entry, inputSchema, module };
}

async function unknownModel(context: Context, id: string, signal: AbortSignal): Promise<ToolError> {
  const ids: string[] = [];
  for await (const { model_id } of context.client.models.list({ limit: 100 }, { signal }))
    if (isAllowed(context, model_id)) ids.push(model_id);
  const near = nearestOf(id, ids, 3);
  const hint = near.length > 0 ? `Did you mean ${near.join(" or ")}?` : "list_models lists what there is.";
  return new ToolError("unknown_model", `There is no model "${id}" here. ${hint} Nothing was submitted.`, {
    suggestions: near,
  });
}
