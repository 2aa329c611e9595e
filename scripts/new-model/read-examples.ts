import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { isObject, type JsonObject } from "../sync-catalog/json.js";
import { CatalogError } from "../sync-catalog/problem.js";

const STANDARD_INPUT = 0;

/** The inputs of a JSON file, or of standard input where it is `-`: one object, or a list of them. Throws {@link CatalogError}. */
export function readExamples(file: string): JsonObject[] {
  const name = file === "-" ? "standard input" : basename(file);
  let parsed: unknown;
  try {
    // Editors on Windows put a mark in front that JSON does not have.
    parsed = JSON.parse(readFileSync(file === "-" ? STANDARD_INPUT : file, "utf8").replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new CatalogError(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const examples = Array.isArray(parsed) ? parsed : [parsed];
  const wrong = examples.findIndex((example) => !isObject(example));
  if (wrong >= 0 || examples.length === 0)
    throw new CatalogError(
      `${name}: must hold the input of a request as a JSON object, or a list of such inputs${wrong > 0 ? `; number ${wrong + 1} is none` : ""}`,
    );
  return examples as JsonObject[];
}
