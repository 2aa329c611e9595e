import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { type Catalog, catalogOf, readAnswer } from "./fetch-catalog.js";
import { isObject } from "./json.js";
import { CatalogError } from "./problem.js";

/** A saved catalog: one answer of a server, a list of answers, or a list of entries. */
export function readSaved(file: string): Catalog {
  const name = basename(file);
  let saved: unknown;
  try {
    // Editors on Windows put a mark in front that JSON does not have.
    saved = JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new CatalogError(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parts = Array.isArray(saved) ? saved : [readAnswer(saved, name)];
  const totals: number[] = [];
  const entries = parts.flatMap((part: unknown) => {
    if (!isObject(part) || !("models" in part)) return [part];
    const { models, total } = readAnswer(part, name);
    if (total !== undefined) totals.push(total);
    return models;
  });
  // The last page is the newest.
  return catalogOf(entries, totals.at(-1));
}
