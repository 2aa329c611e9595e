import type { Media, ModelId, ModelInputs } from "@model-api/models";
import type { Engine, EngineContext, EngineResult, EngineTask } from "./engine.js";

/** An input as it arrives at a server: what a caller may give as a file has become a URI. */
export type WireInput<T> = Media extends T
  ? string
  : T extends readonly (infer Item)[]
    ? readonly WireInput<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: WireInput<T[Key]> }
      : T;

/** The input of a model, as it arrives at a server. */
export type ModelInput<Id extends ModelId> = {
  readonly [Key in keyof ModelInputs[Id]]: WireInput<ModelInputs[Id][Key]>;
};

/** Runs the requests of one model, whose input it gets with its types. */
export type ModelRun<Id extends ModelId> = (
  task: EngineTask<ModelInput<Id>>,
  context: EngineContext,
) => Promise<EngineResult>;

export interface EngineDefinition extends Omit<Engine, "serves" | "run"> {
  /** How each model is run; the engine serves these. */
  readonly models: { readonly [Id in ModelId]?: ModelRun<Id> };
}

/** An engine for models of the catalog, each with the types of its input. */
export function defineEngine({ models, ...rest }: EngineDefinition): Engine {
  const runs = new Map(Object.entries(models)) as Map<string, Engine["run"] | undefined>;
  return {
    ...rest,
    serves: (modelId) => runs.get(modelId) !== undefined,
    run(task, context) {
      const run = runs.get(task.modelId);
      if (!run) throw new TypeError(`${rest.name} does not serve ${task.modelId}`);
      return run(task, context);
    },
  };
}
