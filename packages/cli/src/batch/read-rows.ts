import { extname } from "node:path";
import { nearestOf, typeOf } from "@model-api/models/lean";
import { CliError, EXIT } from "../exit-codes.js";
import { readText } from "../input/read-input.js";
import { readValue, type SchemaFlag } from "../input/schema-flags.js";

/** A row of a batch: an input, and where it stands. */
export interface Row {
  /** The line of the file, as an editor counts. */
  readonly line: number;
  readonly input: Record<string, unknown>;
}

/** Reads a batch: a .csv whose heading has the fields' names, or a .jsonl with an input a line. */
export async function readRows(
  path: string,
  flags: readonly SchemaFlag[],
  { checkNames }: { readonly checkNames: boolean },
): Promise<Row[]> {
  const kind = extname(path).toLowerCase();
  if (![".csv", ".jsonl", ".ndjson"].includes(kind))
    throw new CliError(EXIT.usage, `--batch takes a .csv or a .jsonl file; got ${path}`);
  const text = readText(path, "--batch");
  const rows = kind === ".csv" ? await readCsv(text, path, flags) : readLines(text, path);
  if (rows.length === 0) throw new CliError(EXIT.badInput, `--batch ${path} has no rows`);
  if (checkNames) for (const row of rows) checkFields(row, path, flags);
  return rows;
}

function readLines(text: string, path: string): Row[] {
  return text.split("\n").flatMap((content, index): Row[] => {
    if (content.trim() === "") return [];
    const line = index + 1;
    let input: unknown;
    try {
      input = JSON.parse(content);
    } catch (error) {
      throw new CliError(EXIT.badInput, `${path}:${line} is not JSON: ${(error as Error).message}`);
    }
    if (typeof input !== "object" || input === null || Array.isArray(input))
      throw new CliError(EXIT.badInput, `${path}:${line} must hold a JSON object, the model's input`);
    return [{ line, input: input as Record<string, unknown> }];
  });
}

async function readCsv(text: string, path: string, flags: readonly SchemaFlag[]): Promise<Row[]> {
  const { parse } = await import("csv-parse/sync");
  let records: { record: string[]; info: { lines: number } }[];
  try {
    const options = { bom: true, info: true, skip_empty_lines: true, relax_column_count_less: true } as const;
    // What `info` makes of the records is not in the library's types.
    records = parse(text, options) as unknown as typeof records;
  } catch (error) {
    throw new CliError(EXIT.badInput, `${path} is not CSV: ${(error as Error).message}`);
  }
  const [heading, ...rest] = records;
  const names = (heading?.record ?? []).map((name) => fieldOf(name.trim(), flags));
  return rest.map(({ record, info }) => ({ line: info.lines, input: fromCells(names, record, flags) }));
}

/** A column may be called as the field or as its flag. */
function fieldOf(name: string, flags: readonly SchemaFlag[]): string {
  const found = flags.find(({ field, flag }) => name === field || name === flag || `--${name}` === flag);
  return found?.field ?? name;
}

/** An empty cell is a field that is left out. Columns of the same name make a list, and so does a JSON array in a cell. */
function fromCells(
  names: readonly string[],
  cells: readonly string[],
  flags: readonly SchemaFlag[],
): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [column, name] of names.entries()) {
    const cell = cells[column] ?? "";
    if (cell === "") continue;
    const schema = flags.find(({ field }) => field === name)?.schema;
    const type = typeOf(schema);
    if (type === "array") {
      const items = listOf(cell).map((item) => readValue(item, schema?.items ?? {}));
      input[name] = [...((input[name] as unknown[] | undefined) ?? []), ...items];
    } else if (type === "boolean" && /^(true|false)$/i.test(cell)) {
      input[name] = cell.toLowerCase() === "true";
    } else input[name] = readValue(cell, schema ?? {});
  }
  return input;
}

function listOf(cell: string): unknown[] {
  if (!cell.trimStart().startsWith("[")) return [cell];
  try {
    const value: unknown = JSON.parse(cell);
    return Array.isArray(value) ? value : [cell];
  } catch {
    return [cell];
  }
}

function checkFields({ line, input }: Row, path: string, flags: readonly SchemaFlag[]): void {
  const known = flags.map(({ field }) => field);
  for (const name of Object.keys(input)) {
    if (known.includes(name)) continue;
    const [near] = nearestOf(name, known, 1);
    throw new CliError(
      EXIT.badInput,
      `${path}:${line}: "${name}" is not a field of this model; nothing was sent`,
      near ? `Did you mean ${near}?` : `Its fields are ${known.join(", ")}.`,
    );
  }
}
