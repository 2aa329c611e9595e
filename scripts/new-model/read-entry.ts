import type { Entry } from "../sync-catalog/collect-entries.js";
import { readFlags, UsageError } from "../sync-catalog/flags.js";
import { createGetJson } from "../sync-catalog/get-json.js";
import { isObject, shown } from "../sync-catalog/json.js";
import { CatalogError } from "../sync-catalog/problem.js";
import type { Timing } from "../sync-catalog/retry.js";
import { modelAddress } from "./model-address.js";

/**
 * A model's entry of a catalog, by the address of either its entry or its page. `checkId` throws where the id cannot be used, and
 * nothing is asked then. Throws {@link UsageError} or {@link CatalogError}.
 */
export async function readEntry(
  url: string,
  environment: Readonly<Record<string, string | undefined>>,
  timing: Timing,
  checkId: (id: string) => void,
): Promise<Entry> {
  const { baseUrl, modelId } = modelAddress(url);
  checkId(modelId);
  // The same rules as of a sync: where a token may be sent, and which base URLs there are.
  const source = readFlags(["--base-url", baseUrl], environment)?.source;
  if (!source || !("baseUrl" in source)) throw new UsageError("the URL names no server");
  const entry = await createGetJson(source.baseUrl, source.token, timing)(`/v1/models/${modelId}`);
  if (!isObject(entry) || typeof entry.model_id !== "string")
    throw new CatalogError(`${source.baseUrl} answers no model: an object with a model_id is expected`);
  if (entry.model_id !== modelId)
    throw new CatalogError(`the server answers with another model, ${shown(JSON.stringify(entry.model_id))}`);
  return entry as Entry;
}
