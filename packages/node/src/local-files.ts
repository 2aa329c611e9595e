import { openAsBlob } from "node:fs";
import { stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { SNIFF_LENGTH, sniffMediaType } from "@model-api/client";
import type { FieldSchema, ModelInputSchema } from "@model-api/models";
import type { IssueSink } from "./prepare-input.js";

type Field = Partial<FieldSchema>;

/**
 * The input with every path in a media field replaced by the file, opened but not read. A path is any string there
 * that is neither a URL nor a data URI. What cannot be used is reported, not thrown, so that all problems show at once.
 */
export async function openLocalFiles(
  input: Record<string, unknown>,
  schema: ModelInputSchema,
  report: IssueSink,
): Promise<Record<string, unknown>> {
  const entries = Object.entries(input).map(async ([name, value]) => {
    const field = Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
    return [name, field ? await open(value, field, [name], report) : value];
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function open(
  value: unknown,
  field: Field,
  path: (string | number)[],
  report: IssueSink,
): Promise<unknown> {
  const { items } = field;
  if (Array.isArray(value) && items) {
    return Promise.all(value.map((item, index) => open(item, items, [...path, index], report)));
  }
  const kind = mediaKind(field);
  if (kind === undefined || typeof value !== "string" || /^(https?|data):/i.test(value)) return value;
  const refuse = (message: string) => report({ path, message: `${value}: ${message}` });
  const location = /^file:/i.test(value) ? fileURLToPath(value) : value;
  const found = await stat(location).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) {
    refuse(found.code === "ENOENT" ? "no such file" : `cannot be read (${found.code})`);
    return value;
  }
  if (!found.isFile()) {
    refuse("is not a file");
    return value;
  }
  const file = await openAsBlob(location);
  const type = sniffMediaType(new Uint8Array(await file.slice(0, SNIFF_LENGTH).arrayBuffer()));
  if (!type?.startsWith(`${kind}/`)) {
    refuse(`is ${type ?? "no media file that is known"}, not ${kind === "video" ? "a" : "an"} ${kind}`);
    return value;
  }
  return file;
}

/** `image`, `video` or `audio` for a field that holds a media file. */
function mediaKind(field: Field): string | undefined {
  return /^(image|video|audio)_uri$/.exec(field.format ?? "")?.[1];
}
