import type { Engine } from "../engines/engine.js";

/** The engine that serves a model: the first that says so. */
export function engineFor(engines: readonly Engine[], modelId: string): Engine | undefined {
  return engines.find((engine) => engine.serves(modelId));
}
