import type { ModelId, ModelInputs, UntypedModel } from "@model-api/client";

/** A model of the registry by its id, or one that it does not know by `untyped(id)`. */
export type Model = ModelId | UntypedModel;

/** What a model takes: typed by the literal id. */
export type InputOf<M extends Model> = M extends ModelId ? ModelInputs[M] : Record<string, unknown>;

export const idOf = (model: Model): string => (typeof model === "string" ? model : model.untyped);
