import { nearest } from "@model-api/models";
import type { Catalog } from "../../catalog.js";
import { ConfigError } from "../../config/config-error.js";
import { type Binding, bind } from "./binding.js";
import type { ComfyUIMapping } from "./mapping.js";
import { folderOf, readMapping, readMappingFile } from "./read-mapping.js";

/** A mapping in which everything fits. */
export interface OpenedMapping {
  readonly url: URL;
  readonly repeatable: boolean;
  readonly bindings: ReadonlyMap<string, Binding>;
}

export interface MappingSource {
  readonly mapping?: ComfyUIMapping;
  readonly file?: string;
  readonly url?: string;
}

/** Reads a mapping and holds it against the catalog. Throws a {@link ConfigError} with every problem that there is. */
export async function openMapping(
  { mapping, file, url }: MappingSource,
  catalog: Catalog,
): Promise<OpenedMapping> {
  const problems: string[] = [];
  const prefix = file === undefined ? "comfyui mapping" : `comfyui mapping ${file}`;
  const report = (problem: string) => void problems.push(`${prefix}: ${problem}`);
  if ((mapping === undefined) === (file === undefined))
    throw new ConfigError(["comfyui: give either mapping or file"]);
  const value = file === undefined ? mapping : readMappingFile(file, report);
  if (problems.length > 0) throw new ConfigError(problems);
  const folder = file === undefined ? process.cwd() : folderOf(file);
  const read = readMapping(value, { folder, url }, report);
  const bindings = new Map<string, Binding>();
  for (const [modelId, model] of read.models) {
    const reportModel = (problem: string) => report(`models: ${modelId}: ${problem}`);
    const module = await catalog.load(modelId);
    if (module) bindings.set(modelId, bind(modelId, module.inputSchema, model, reportModel));
    else {
      const near = nearest(
        modelId,
        catalog.models.map(({ model_id }) => model_id),
      );
      reportModel(`the catalog has no such model.${near ? ` Did you mean ${near}?` : ""}`);
    }
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return { url: read.url, repeatable: read.repeatable, bindings };
}
