import { emitModel, inputInterface, type ModelFile, typeNames } from "@model-api/codegen";
import { emitContractTypes, emitIdentifiers, emitParameters } from "./emit-contract.js";
import { emitIndex, emitLean, emitLoad, emitManifest } from "./emit-registry.js";
import { emitRuntime } from "./emit-runtime.js";
import type { Generated } from "./output.js";
import { MANIFEST, type Schemas } from "./read-schemas.js";

const MODELS = "packages/models/src/generated";
const CLIENT = "packages/client/src/generated";
const SERVER = "packages/server/src/generated";

/** All code that follows from the schemas. Touches no file. */
export async function generate({ contract, models, manifest }: Schemas): Promise<Generated> {
  const names = typeNames(models.map((model) => model.model_id));
  const nameOf = (model: ModelFile) => `${names.get(model.model_id)}Input`;
  const interfaces = await Promise.all(models.map((model) => inputInterface(model, nameOf(model))));
  const perModel = models.map((model, index) => emitModel(model, nameOf(model), interfaces[index] as string));
  const files = new Map<string, string>();
  const add = (folder: string, content: Record<string, string>) => {
    for (const [path, text] of Object.entries(content)) files.set(`${folder}/${path}`, text);
  };
  add(MODELS, emitRuntime());
  add(MODELS, await emitLean(contract));
  add(MODELS, emitIndex(models, names, interfaces));
  add(MODELS, emitLoad(models));
  for (const module of perModel) add(MODELS, module);
  const shared = {
    "openapi.ts": await emitContractTypes(contract),
    "identifiers.ts": emitIdentifiers(contract),
  };
  add(CLIENT, shared);
  add(SERVER, { ...shared, "parameters.ts": emitParameters(contract) });
  if (manifest !== undefined) files.set(MANIFEST, emitManifest(manifest, models));
  return { folders: [MODELS, CLIENT, SERVER], files };
}
