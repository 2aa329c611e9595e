// The lean entry, and the types of the whole catalog: naming `ModelInputs` from here fills the registry.
export type { Media, ModelId, ModelInputs, Output } from "@model-api/models";
export * from "./lean.js";
