import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { emitModel, filePath, type ModelFile } from "@model-api/codegen";
import type { Entry } from "../sync-catalog/collect-entries.js";
import { UsageError } from "../sync-catalog/flags.js";
import { format } from "../sync-catalog/format.js";
import { type JsonObject, shown } from "../sync-catalog/json.js";
import type { ModelDocument } from "../sync-catalog/merge-model.js";
import { openModelFiles } from "../sync-catalog/model-files.js";
import { makePlan } from "../sync-catalog/plan.js";
import { CatalogError } from "../sync-catalog/problem.js";
import { systemTiming } from "../sync-catalog/retry.js";
import { writeModels } from "../sync-catalog/write-models.js";
import { completeEntry } from "./complete-entry.js";
import type { Options } from "./flags.js";
import type { Guess } from "./infer-schema.js";
import { entryOfExamples, publishableExample } from "./model-of-examples.js";
import { readEntry } from "./read-entry.js";
import { readExamples } from "./read-examples.js";
import { report } from "./report.js";

/** Scaffolds a model file, and tells what was done. Throws {@link UsageError} or {@link CatalogError}, and writes nothing then. */
export async function newModel(
  options: Options,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string[]> {
  const root = resolve(options.root);
  const files = openModelFiles(root);
  const guesses: string[] = [];
  const guess: Guess = (pointer, message) => guesses.push(`${pointer}: ${message}`);
  const checkId = (id: string) => {
    if (!files.isModelId(id))
      throw new UsageError(
        `${JSON.stringify(id)} is no model id: two to five segments of A-Z a-z 0-9 _ . -, such as acme/portrait-1/edit`,
      );
    const path = `schemas/models/${filePath(id)}.json`;
    if (existsSync(join(root, path)))
      throw new CatalogError(
        `${path} is there already. \`npm run schemas:sync\` brings it up to the catalog; edit it for the rest`,
      );
  };

  const { entry, examples } = await read(options, environment, checkId, guess);
  const complete = completeEntry(entry, options.outputKind, guess);
  const plan = await makePlan({ entries: [complete] }, files, undefined);
  const [change] = plan.changes;
  if (!change)
    throw new CatalogError(plan.problems.map(({ pointer, reason }) => `${pointer}: ${reason}`).join("; "));
  const model = await withExample(change.model as ModelFile, examples, guess);
  const [text = ""] = await format([{ model, before: undefined }]);
  if (!options.dryRun) writeModels(root, [{ path: change.path, text }], []);
  const more = [...plan.notices, ...plan.notes].map((line) => line.replace(`${change.id}#`, ""));
  return report({ path: change.path, text, guesses: [...guesses, ...more], dryRun: options.dryRun }).map(
    shown,
  );
}

async function read(
  { source }: Options,
  environment: Readonly<Record<string, string | undefined>>,
  checkId: (id: string) => void,
  guess: Guess,
): Promise<{ entry: Entry; examples: readonly JsonObject[] }> {
  if ("url" in source)
    return { entry: await readEntry(source.url, environment, systemTiming, checkId), examples: [] };
  checkId(source.modelId);
  const examples = readExamples(source.example);
  return { entry: entryOfExamples(source.modelId, examples, source.required, guess), examples };
}

async function withExample(
  model: ModelFile,
  examples: readonly JsonObject[],
  guess: Guess,
): Promise<ModelDocument> {
  const input = examples.length > 0 ? publishableExample(examples, model.input_schema, guess) : undefined;
  if (!input) return model;
  const complete = { ...model, examples: [{ title: "Example", input }] };
  // Codegen refuses an example that the schema refuses, and it is better told here.
  await emitModel(complete, "Input", "").catch((error: Error) => {
    throw new CatalogError(error.message);
  });
  return complete;
}
