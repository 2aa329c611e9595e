import { openAsBlob } from "node:fs";
import { stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type InputIssue, SNIFF_LENGTH, sniffMediaType } from "@model-api/client";
import {
  brokenFileRules,
  type FieldSchema,
  type FileRule,
  type ModelInputSchema,
} from "@model-api/models/lean";
import { imageSize } from "image-size";

type Field = Partial<FieldSchema>;
/** Takes one problem of an input. */
type IssueSink = (issue: InputIssue) => void;

/**
 * The input with every path in a media field replaced by the file, opened but not read. A path is any string there
 * that is neither a URL nor a data URI. What cannot be used is reported, not thrown, so that all problems show at once.
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
  rules: readonly FileRule[] = field["x-file-rules"] ?? [],
): Promise<unknown> {
  const { items } = field;
  if (Array.isArray(value) && items) {
    // One after the other, so that problems are told in the order of the input.
    const opened: unknown[] = [];
    for (const [index, item] of value.entries())
      opened.push(await open(item, items, [...path, index], report, items["x-file-rules"] ?? rules));
    return opened;
  }
  const kind = mediaKind(field);
  if (value instanceof Blob) {
    for (const message of await brokenRules(value, rules)) report({ path, message });
    return value;
  }
  if (kind === undefined || typeof value !== "string" || /^(https?|data):/i.test(value)) return value;
  const file = await openFile(/^file:/i.test(value) ? fileURLToPath(value) : value, kind);
  if (typeof file === "string") {
    report({ path, message: `${value}: ${file}` });
    return value;
  }
  for (const message of await brokenRules(file, rules)) report({ path, message: `${value}: ${message}` });
  return file;
}

/** How many bytes are read to learn an image's size in pixels. */
const HEADER_LENGTH = 2 ** 18;

/** The rules of the field that a file breaks. Only images say their size in their first bytes. */
async function brokenRules(file: Blob, rules: readonly FileRule[]): Promise<string[]> {
  if (rules.length === 0) return [];
  const header = new Uint8Array(await file.slice(0, HEADER_LENGTH).arrayBuffer());
  return brokenFileRules(rules, { bytes: file.size, ...imageEdges(header) });
}

function imageEdges(header: Uint8Array): { width?: number; height?: number } {
  try {
    const { width, height } = imageSize(header);
    return { width, height };
  } catch {
    // Not an image, or one that does not say: its edges are not judged.
    return {};
  }
}

/** The file, or why it cannot be used. */
async function openFile(path: string, kind: string): Promise<Blob | string> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error)
    return found.code === "ENOENT" ? "no such file" : `cannot be read (${found.code})`;
  if (!found.isFile()) return "is not a file";
  const file = await openAsBlob(path);
  const type = sniffMediaType(new Uint8Array(await file.slice(0, SNIFF_LENGTH).arrayBuffer()));
  if (type?.startsWith(`${kind}/`)) return file;
  return `is not ${kind === "video" ? "a" : "an"} ${kind}; its bytes are ${type ? `those of ${type}` : "of no media type that is known"}`;
}

/** `image`, `video` or `audio` for a field that holds a media file. */
function mediaKind(field: Field): string | undefined {
  return /^(image|video|audio)_uri$/.exec(field.format ?? "")?.[1];
}
