import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { nearest } from "@model-api/models";
import type { MappedValue, ModelMapping } from "./mapping.js";
import { isScalar } from "./placeholders.js";
import { isRecord, type Workflow, whyNoWorkflow } from "./workflow.js";

/** A mapping whose workflows have been read, and which is not held against the catalog yet. */
export interface ReadMapping {
  readonly url: URL;
  readonly repeatable: boolean;
  readonly models: ReadonlyMap<string, ReadModel>;
}

export interface ReadModel extends Omit<ModelMapping, "workflow"> {
  readonly workflow: Workflow;
}

/** Hears of each problem, worded for whoever wrote the mapping. */
export type Report = (problem: string) => void;

const NAME = /^[A-Za-z_]\w*$/;

/** Reads a mapping file; undefined, with a problem, where it cannot be read as JSON. */
export function readMappingFile(file: string, report: Report): unknown {
  return readJson(resolve(file), report);
}

/** Messages of the JSON parser quote the file, and are shortened to where the problem is. */
function readJson(path: string, report: Report): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const { message } = error as Error;
    const place = /position \d+(?: \(line \d+ column \d+\))?/.exec(message)?.[0];
    report(
      error instanceof SyntaxError
        ? `is not JSON${place ? `: something is wrong at ${place}` : ""}`
        : `cannot be read: ${message}`,
    );
    return undefined;
  }
}

/**
 * Checks the shape of a mapping and reads the workflows that it names. What cannot be read is reported and left out.
 * `folder` is where relative paths begin; `url` is used in place of the mapping's own.
 */
export function readMapping(
  value: unknown,
  { folder, url }: { folder: string; url: string | undefined },
  report: Report,
): ReadMapping {
  const models = new Map<string, ReadModel>();
  if (!isRecord(value)) {
    report("must be a JSON object with url and models");
    return { url: new URL("http://127.0.0.1"), repeatable: true, models };
  }
  checkKeys(value, ["$schema", "url", "repeatable", "models"], "", report);
  if (value.repeatable !== undefined && typeof value.repeatable !== "boolean")
    report(
      "repeatable must be true (a run is free, and may be run again after a crash) or false (it costs money)",
    );
  if (!isRecord(value.models) || Object.keys(value.models).length === 0)
    report("models must be a JSON object of ids of models, with one model at least");
  for (const [id, model] of Object.entries(isRecord(value.models) ? value.models : {})) {
    const read = readModel(model, folder, (problem) => report(`models: ${id}: ${problem}`));
    if (read) models.set(id, read);
  }
  return { url: readUrl(url ?? value.url, report), repeatable: value.repeatable !== false, models };
}

function readUrl(value: unknown, report: Report): URL {
  const url = typeof value === "string" && URL.canParse(value) ? new URL(value) : undefined;
  const allowed = "url must be where ComfyUI answers, such as http://127.0.0.1:8188";
  if (!url || !["http:", "https:"].includes(url.protocol)) report(allowed);
  else if (url.username || url.password || url.search || url.hash)
    report(`${allowed}: without a user name, a password, a query or a fragment`);
  else return url;
  return new URL("http://127.0.0.1");
}

function readModel(value: unknown, folder: string, report: Report): ReadModel | undefined {
  if (!isRecord(value)) {
    report("must be a JSON object with a workflow");
    return undefined;
  }
  checkKeys(value, ["workflow", "outputs", "values"], "", report);
  const workflow = readWorkflow(value.workflow, folder, report);
  const outputs = readOutputs(value.outputs, workflow, report);
  const values = readValues(value.values, report);
  return workflow && { workflow, ...(outputs && { outputs }), ...(values && { values }) };
}

function readWorkflow(value: unknown, folder: string, report: Report): Workflow | undefined {
  const named = typeof value === "string";
  const where = named ? `workflow ${value}` : "workflow";
  let failed = false;
  const workflow = named
    ? readJson(resolve(folder, value), (problem) => {
        failed = true;
        report(`${where} ${problem}`);
      })
    : value;
  if (failed) return undefined;
  if (workflow === undefined) report("workflow is missing: the path of a file in API format, or its content");
  const why = workflow === undefined ? undefined : whyNoWorkflow(workflow);
  if (why) report(`${where} ${why}`);
  return workflow === undefined || why ? undefined : (workflow as Workflow);
}

function readOutputs(
  value: unknown,
  workflow: Workflow | undefined,
  report: Report,
): readonly string[] | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || value.length === 0 || !value.every((id) => typeof id === "string")) {
    report('outputs must be a list of ids of nodes, such as ["9"]');
    return undefined;
  }
  const missing = workflow ? value.filter((id) => !Object.hasOwn(workflow, id)) : [];
  for (const id of missing)
    report(
      `outputs: the workflow has no node ${JSON.stringify(id)}. It has: ${Object.keys(workflow ?? {}).join(", ")}`,
    );
  return value;
}

function readValues(value: unknown, report: Report): ReadModel["values"] {
  if (value === undefined) return undefined;
  if (!isRecord(value)) {
    report("values must be a JSON object of names and their values");
    return undefined;
  }
  for (const [name, item] of Object.entries(value)) checkValue(item, `values: ${name}`, name, report);
  return value as Record<string, MappedValue>;
}

function checkValue(value: unknown, where: string, name: string, report: Report): void {
  if (!NAME.test(name)) report(`${where}: a name has letters, digits and _ only, and begins with no digit`);
  if (isScalar(value)) return;
  if (!isRecord(value)) report(`${where} must be a text, a number, true, false, null or an object`);
  else if ("from" in value || "map" in value) checkChoice(value, where, report);
  else
    for (const [inner, item] of Object.entries(value)) checkValue(item, `${where}.${inner}`, inner, report);
}

function checkChoice(value: Readonly<Record<string, unknown>>, where: string, report: Report): void {
  const { from, map, default: otherwise } = value;
  checkKeys(value, ["from", "map", "default"], `${where}: `, report);
  if (typeof from !== "string") report(`${where}: from must be the name of an input field`);
  if (!isRecord(map)) report(`${where}: map must be an object of the field's values`);
  const branches = Object.entries(isRecord(map) ? map : {});
  for (const [key, item] of branches) checkValue(item, `${where}, ${key}`, "value", report);
  if (otherwise !== undefined) checkValue(otherwise, `${where}, default`, "value", report);
}

function checkKeys(value: object, known: readonly string[], where: string, report: Report): void {
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue;
    const near = nearest(key, known);
    report(
      `${where}${key} is not known.${near ? ` Did you mean ${near}?` : ` There are: ${known.join(", ")}.`}`,
    );
  }
}

/** Where the relative paths of a mapping file begin. */
export function folderOf(file: string): string {
  return dirname(resolve(file));
}
