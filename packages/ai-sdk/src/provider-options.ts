import type { Media, ModelId, ModelInputs } from "@model-api/client";

/** A value as it stands in JSON: files are URLs or data URIs there. */
type InJson<Value> =
  Value extends Exclude<Media, string>
    ? never
    : Value extends readonly (infer Item)[]
      ? InJson<Item>[]
      : Value;

/**
 * `providerOptions.modelApi` for one model: any field of its input, typed from the registry by its literal id. Fields that are
 * given here count before the settings of the AI SDK.
 *
 * ```ts
 * providerOptions: { modelApi: { quality: "high" } satisfies ModelApiOptions<"openai/gpt-image-2/edit"> }
 * ```
 */
export type ModelApiOptions<Id extends ModelId = ModelId> = {
  [Field in keyof ModelInputs[Id]]?: InJson<ModelInputs[Id][Field]>;
};
