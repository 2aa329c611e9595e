/**
 * A catalog → schemas/models. The facts of the catalog's come in, the words of people stay; `--help` says the flags.
 *
 *   node --import tsx --conditions=@model-api/source scripts/sync-catalog/main.ts [--base-url URL] [--file saved.json]
 *
 * Exit codes: 0 done, also where nothing changed; 1 something of the catalog cannot be used; 64 wrong flags.
 */
import { filePath } from "@model-api/codegen";
import { type Catalog, fetchCatalog } from "./fetch-catalog.js";
import { type Options, readFlags, USAGE, UsageError } from "./flags.js";
import { format } from "./format.js";
import { createGetJson } from "./get-json.js";
import { shown } from "./json.js";
import { openModelFiles } from "./model-files.js";
import { type FetchEntry, makePlan } from "./plan.js";
import { CatalogError } from "./problem.js";
import { readSaved } from "./read-saved.js";
import { report, reportProblems } from "./report.js";
import { systemTiming } from "./retry.js";
import { writeModels } from "./write-models.js";

try {
  const options = readFlags(process.argv.slice(2), process.env);
  if (options) process.exitCode = await sync(options);
  else console.log(USAGE);
} catch (error) {
  if (!(error instanceof UsageError) && !(error instanceof CatalogError)) throw error;
  console.error(`sync-catalog: ${shown(error.message)}`);
  process.exitCode = error instanceof UsageError ? 64 : 1;
}

async function sync(options: Options): Promise<number> {
  const files = openModelFiles(options.root);
  const { catalog, fetchEntry } = await readCatalog(options);
  if (options.prune && catalog.incomplete)
    throw new CatalogError(`--prune is refused: ${catalog.incomplete}`);
  if (options.prune && catalog.entries.length === 0)
    throw new CatalogError("--prune is refused: the catalog is empty, and every file would go");
  const plan = await makePlan(catalog, files, fetchEntry);
  if (plan.problems.length > 0 && !options.skipBroken) {
    for (const line of reportProblems(plan.problems)) console.error(line);
    return 1;
  }
  if (!options.dryRun) {
    const texts = await format(plan.changes);
    const written = plan.changes.map(({ path }, index) => ({ path, text: texts[index] ?? "" }));
    const removed = options.prune ? plan.gone.map((id) => `schemas/models/${filePath(id)}.json`) : [];
    writeModels(options.root, written, removed);
  }
  for (const line of report(plan, options, catalog.incomplete)) console.log(line);
  return 0;
}

async function readCatalog({ source }: Options): Promise<{ catalog: Catalog; fetchEntry?: FetchEntry }> {
  if ("file" in source) return { catalog: readSaved(source.file) };
  const get = createGetJson(source.baseUrl, source.token, systemTiming);
  return { catalog: await fetchCatalog(get), fetchEntry: (id) => get(`/v1/models/${id}`) };
}
