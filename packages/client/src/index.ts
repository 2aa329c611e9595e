/**
 * The client: run a model, follow its request, fetch or cancel it, with the types and schemas of the catalog.
 *
 * @packageDocumentation
 */

import type { ModelApiClient } from "./client.js";
import { createClient as createLeanClient } from "./core.js";
import type { ClientOptions } from "./options.js";

// The lean entry, the types of the whole catalog (naming `ModelInputs` from here fills the registry), and its schemas,
// which are loaded one by one when they are needed.
export type { Media, ModelId, ModelInputs, Output } from "@model-api/models";
export * from "./lean.js";

/** A client of the Model API. Holds no connection and starts nothing until it is used. */
export function createClient(options?: ClientOptions): ModelApiClient {
  return createLeanClient({
    models: async (id) => (await import("@model-api/models/load")).loadModel(id),
    ...options,
  });
}
