import type { Generated } from "@model-api/codegen";
import { emitModel, inputInterface, type ModelFile, typeNames } from "@model-api/codegen";
import type { Cache } from "./cache.js";
import { emitConfig } from "./config/emit-config.js";
import { emitConfigDocs } from "./config/emit-config-docs.js";
import { emitServeFlags } from "./config/emit-serve-flags.js";
import { emitContractJson } from "./emit-contract-json.js";
import { emitIdentifiers } from "./emit-identifiers.js";
import { emitOperations } from "./emit-operations.js";
import { emitOutputSchema } from "./emit-output-schema.js";
import { emitParameters } from "./emit-parameters.js";
import { emitIndex, emitLean, emitLoad, emitManifest } from "./emit-registry.js";
import { MANIFEST, type Schemas } from "./read-schemas.js";

const MODELS = "packages/models/src/generated";
const CLIENT = "packages/client/src/generated";
const SERVER = "packages/server/src/generated";
const CLI = "packages/cli/src/generated";
const CONSOLE = "packages/console/src/generated";
const CONFIG_DOCS = "docs/configuration.md";

/** All code that follows from the schemas. Writes nothing. Generators are loaded only where the cache has not what they make. */
export async function generate(
  { contract, config, models, manifest }: Schemas,
  cache: Cache,
): Promise<Generated> {
  const names = typeNames(models.map((model) => model.model_id));
  const perModel = await Promise.all(models.map((model) => emitCached(model, names, cache)));
  const interfaces = perModel.map((part) => part.interfaceCode);
  const files = new Map<string, string>();
  const add = (folder: string, content: Record<string, string>) => {
    for (const [path, text] of Object.entries(content)) files.set(`${folder}/${path}`, text);
  };
  // The runtime's own sources are among the generators', which are part of every key.
  add(MODELS, await cache.part("runtime", "", async () => (await import("./emit-runtime.js")).emitRuntime()));
  add(MODELS, await cache.part("lean", contract.components.schemas.Output, () => emitLean(contract)));
  add(MODELS, emitIndex(models, names, interfaces));
  add(MODELS, emitLoad(models));
  for (const part of perModel) add(MODELS, part.files);
  const contractTypes = await cache.part("contract", contract, async () =>
    (await import("./emit-contract.js")).emitContractTypes(contract),
  );
  const shared = { "openapi.ts": contractTypes, "identifiers.ts": emitIdentifiers(contract) };
  add(CLIENT, shared);
  add(SERVER, {
    ...shared,
    "parameters.ts": emitParameters(contract),
    "contract.ts": emitContractJson(contract),
    "operations.ts": emitOperations(contract),
  });
  add(CONSOLE, { "openapi.ts": contractTypes, "output-schema.ts": emitOutputSchema(contract) });
  if (config !== undefined) {
    add(SERVER, { "config.ts": emitConfig(config) });
    add(CLI, { "serve-flags.ts": emitServeFlags(config) });
    files.set(CONFIG_DOCS, emitConfigDocs(config));
  }
  if (manifest !== undefined) files.set(MANIFEST, emitManifest(manifest, models));
  return { folders: [MODELS, CLIENT, SERVER, CLI, CONSOLE], files };
}

async function emitCached(model: ModelFile, names: ReadonlyMap<string, string>, cache: Cache) {
  const name = `${names.get(model.model_id)}Input`;
  return cache.part(model.model_id, [name, model], async () => {
    const interfaceCode = await inputInterface(model, name);
    return { interfaceCode, files: await emitModel(model, name, interfaceCode) };
  });
}
