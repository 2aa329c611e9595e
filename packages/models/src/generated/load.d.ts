// Generated from schemas/ by `pnpm codegen`. Do not edit.

/**
 * Loads a model's schema, examples and validator when they are needed.
 *
 * @packageDocumentation
 */
import type { ModelModule } from "./lean.js";

/** The module of the model with this id, loaded on first use; undefined when the catalog does not know it. */
export declare function loadModel(id: string): Promise<ModelModule<Record<string, unknown>> | undefined>;
