import { emitContractTypes, emitIdentifiers, emitParameters } from "./emit-contract.js";
import { emitModel } from "./emit-model.js";
import { emitIndex, emitLean, emitLoad } from "./emit-registry.js";
import { emitRuntime } from "./emit-runtime.js";
import { inputInterface } from "./emit-types.js";
import type { Generated } from "./output.js";
import type { Schemas } from "./read-schemas.js";

const MODELS = "packages/models/src/generated";
const CLIENT = "packages/client/src/generated";
const SERVER = "packages/server/src/generated";

/** All code that follows from the schemas. Touches no file. */
export async function generate({ contract, models }: Schemas): Promise<Generated> {
  const interfaces = await Promise.all(models.map(inputInterface));
  const perModel = await Promise.all(
    models.map((model, index) => emitModel(model, interfaces[index] as string)),
  );
  const files = new Map<string, string>();
  const add = (folder: string, content: Record<string, string>) => {
    for (const [path, text] of Object.entries(content)) files.set(`${folder}/${path}`, text);
  };
  add(MODELS, emitRuntime());
  add(MODELS, await emitLean(contract));
  add(MODELS, emitIndex(models, interfaces));
  add(MODELS, emitLoad(models));
  for (const module of perModel) add(MODELS, module);
  const shared = {
    "openapi.ts": await emitContractTypes(contract),
    "identifiers.ts": emitIdentifiers(contract),
  };
  add(CLIENT, shared);
  add(SERVER, { ...shared, "parameters.ts": emitParameters(contract) });
  return { folders: [MODELS, CLIENT, SERVER], files };
}
