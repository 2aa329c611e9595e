/**
 * A model's page, its entry of a catalog, or an example → schemas/models/<vendor>/<model>/<task>.json; `--help` says the flags.
 *
 *   node --import tsx --conditions=@model-api/source scripts/new-model/main.ts <URL | model id> [--example file]
 *
 * Exit codes: 0 done; 1 the model cannot be scaffolded, and nothing is written; 64 wrong flags.
 */
import { UsageError } from "../sync-catalog/flags.js";
import { shown } from "../sync-catalog/json.js";
import { CatalogError } from "../sync-catalog/problem.js";
import { readFlags, USAGE } from "./flags.js";
import { newModel } from "./new-model.js";

try {
  const options = readFlags(process.argv.slice(2));
  const lines = options ? await newModel(options, process.env) : [USAGE];
  for (const line of lines) console.log(line);
} catch (error) {
  if (!(error instanceof UsageError) && !(error instanceof CatalogError)) throw error;
  console.error(`new-model: ${shown(error.message)}\nNothing is written.`);
  process.exitCode = error instanceof UsageError ? 64 : 1;
}
