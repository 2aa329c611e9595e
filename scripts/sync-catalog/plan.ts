import { type ModelFile, normaliseInputSchema } from "@model-api/codegen";
import { changedFields } from "./changed-fields.js";
import { checkModel, dropUnfitExamples } from "./check-model.js";
import { collectEntries, type Entry } from "./collect-entries.js";
import type { Catalog } from "./fetch-catalog.js";
import { isGiven, isObject, isSame } from "./json.js";
import { type ModelDocument, mergeModel } from "./merge-model.js";
import type { ModelFiles } from "./model-files.js";
import { type Problem, toProblem, UnreachableError } from "./problem.js";

/** A model file that has to be written. */
export interface Change {
  readonly id: string;
  /** From the root. */
  readonly path: string;
  readonly model: ModelDocument;
  /** The text of the file as it stands. */
  readonly before: string | undefined;
  /** What differs from the file; undefined where there is none yet. */
  readonly fields: readonly string[] | undefined;
}

export interface Plan {
  readonly changes: readonly Change[];
  readonly unchanged: number;
  /** Ids of files whose models the catalog does not have. */
  readonly gone: readonly string[];
  readonly problems: readonly Problem[];
  /** What a person should look at. */
  readonly notices: readonly string[];
  /** What normalisation said differently. */
  readonly notes: readonly string[];
}

/** Reads the one entry of a model, for a catalog that lists entries without their schemas. */
export type FetchEntry = (id: string) => Promise<unknown>;

/** Codegen takes no larger file. */
const MAX_BYTES = 2 ** 20;

/** Works out what a sync would do, and writes nothing. */
export async function makePlan(
  catalog: Catalog,
  files: ModelFiles,
  fetchEntry: FetchEntry | undefined,
): Promise<Plan> {
  const { entries, ids, ...collected } = collectEntries(catalog.entries, files.isModelId);
  const problems = [...collected.problems];
  const notices = [...collected.notices];
  const notes: string[] = [];
  const changes: Change[] = [];
  const allIds = new Set([...files.ids, ...ids]);
  let unchanged = 0;
  for (const listed of [...entries].sort((a, b) => (a.model_id < b.model_id ? -1 : 1))) {
    const id = listed.model_id;
    const told: string[] = [];
    const notice = (pointer: string, message: string) => told.push(`${id}#${pointer}: ${message}`);
    try {
      const path = files.pathOf(id, allIds);
      const entry = await withSchema(listed, fetchEntry);
      const normalised = normaliseInputSchema(entry.input_schema, id);
      const { model: file, text: before } = files.read(id) ?? {};
      let model = asJson(mergeModel(entry, normalised.schema, file, notice));
      if (file && isSame(model, file)) {
        unchanged++;
        continue;
      }
      const misfits = schemaProblems(id, model, files);
      if (misfits.length > 0) {
        problems.push(...misfits);
        continue;
      }
      await checkModel(model as ModelFile);
      if (file) model = await dropUnfitExamples(model as ModelFile, normalised.schema, notice);
      if (isSame(model, file)) {
        unchanged++;
        continue;
      }
      if (JSON.stringify(model, null, 2).length > MAX_BYTES)
        throw new Error(`makes a file above ${MAX_BYTES} bytes`);
      changes.push({ id, path, model, before, fields: file && changedFields(file, model) });
      notices.push(...told);
      notes.push(...normalised.notes.map(({ pointer, message }) => `${id}#${pointer}: ${message}`));
    } catch (error) {
      if (error instanceof UnreachableError) throw error;
      problems.push(toProblem(id, error));
    }
  }
  const gone = files.ids.filter((id) => !ids.has(id));
  return { changes, unchanged, gone, problems, notices, notes };
}

async function withSchema(listed: Entry, fetchEntry: FetchEntry | undefined): Promise<Entry> {
  if (isGiven(listed.input_schema)) return listed;
  const single = fetchEntry && (await fetchEntry(listed.model_id));
  if (!isObject(single) || !isGiven(single.input_schema))
    throw new Error(
      `${listed.model_id}#/input_schema: is missing, in the list${fetchEntry ? " and alone" : ""}`,
    );
  if (single.model_id !== listed.model_id) throw new Error("the server answers with another model");
  const given = Object.fromEntries(Object.entries(listed).filter(([, value]) => isGiven(value)));
  return { ...single, ...given, model_id: listed.model_id };
}

function schemaProblems(id: string, model: ModelDocument, { fitsSchema }: ModelFiles): Problem[] {
  if (fitsSchema(model)) return [];
  return (fitsSchema.errors ?? []).map(({ instancePath, message = "does not fit model.schema.json" }) => ({
    where: id,
    pointer: instancePath,
    reason: message,
  }));
}

/** As it will be read back: JSON has no -0 and no Infinity, and what differs only there would change on every run. */
function asJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
