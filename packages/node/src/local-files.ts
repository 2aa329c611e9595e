import { openAsBlob } from "node:fs";
import { stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { InputIssue } from "@model-api/client";
import type { FieldSchema, ModelInputSchema } from "@model-api/models/lean";

type Field = Partial<FieldSchema>;
/** Takes one problem of an input. */
type IssueSink = (issue: InputIssue) => void;

/**
 * The input with every path in a media field replaced by the file, opened but not read. A path is any string there that is
 * neither a URL nor a data URI. What cannot be opened is reported, not thrown, so that all problems show at once.
 */
export async function openLocalFiles(
  input: Record<string, unknown>,
  schema: ModelInputSchema,
  report: IssueSink,
): Promise<Record<string, unknown>> {
  const opened: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(input)) {
    const field = Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
    opened[name] = field ? await open(value, field, [name], report) : value;
  }
  return opened;
}

async function open(
  value: unknown,
  field: Field,
  path: (string | number)[],
  report: IssueSink,
): Promise<unknown> {
  const { items } = field;
  if (Array.isArray(value) && items) {
    // One after the other, so that problems are told in the order of the input.
    const opened: unknown[] = [];
    for (const [index, item] of value.entries())
      opened.push(await open(item, items, [...path, index], report));
    return opened;
  }
  const isMedia = /^(image|video|audio)_uri$/.test(field.format ?? "");
  if (!isMedia || typeof value !== "string" || /^(https?|data):/i.test(value)) return value;
  const file = await openFile(/^file:/i.test(value) ? fileURLToPath(value) : value);
  if (typeof file !== "string") return file;
  report({ path, message: `${value}: ${file}` });
  return value;
}

/** The file under its path as its name, or why it cannot be used. */
async function openFile(path: string): Promise<Blob | string> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error)
    return found.code === "ENOENT" ? "no such file" : `cannot be read (${found.code})`;
  if (!found.isFile()) return "is not a file";
  return new File([await openAsBlob(path)], path);
}
