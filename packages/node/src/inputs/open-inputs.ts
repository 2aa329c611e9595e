import type { FileHandle } from "node:fs/promises";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { InputIssue } from "@model-api/client";
import type { FieldSchema, ModelInputSchema } from "@model-api/models/lean";
import { openPath } from "./open-path.js";
import type { Spool } from "./spool.js";

type Field = Partial<FieldSchema>;

export interface OpenParts {
  /** Where streams are written to, since a file must be readable more than once. */
  readonly spool: Spool;
  /** Takes one problem of an input: all of them are told at once. */
  readonly report: (issue: InputIssue) => void;
  readonly signal: AbortSignal | undefined;
}

/**
 * The input with everything that Node has for a file turned into one, opened but not read: buffers, streams, file handles and
 * `file:` URLs wherever they stand, and paths in media fields. A path is any string there that is neither a URL nor a data URI.
 * Without a schema, nobody can tell a path from a text, and texts stay.
 */
export async function openInputs(
  input: object,
  schema: ModelInputSchema | undefined,
  parts: OpenParts,
): Promise<Record<string, unknown>> {
  const opened: Record<string, unknown> = {};
  // A stream that stands in two places can be read but once.
  const streams = new Map<object, Promise<Blob>>();
  for (const [name, value] of Object.entries(input)) {
    const properties = schema?.properties ?? {};
    const field = Object.hasOwn(properties, name) ? properties[name] : undefined;
    opened[name] = await open(value, field, [name]);
  }
  return opened;

  async function open(value: unknown, field: Field | undefined, path: (string | number)[]): Promise<unknown> {
    if (typeof value === "string") return isMedia(field) && isPath(value) ? openNamed(value, path) : value;
    if (typeof value !== "object" || value === null || value instanceof Blob) return value;
    if (value instanceof URL) return value.protocol === "file:" ? openNamed(value.href, path) : value;
    // Copied, so that what the caller writes into it later does not count.
    if (ArrayBuffer.isView(value))
      return new Blob([new Uint8Array(value.buffer, value.byteOffset, value.byteLength)]);
    if (value instanceof ArrayBuffer) return new Blob([value]);
    const stream = streamOf(value);
    if (stream) return spooled(value, stream, path);
    // One after the other, so that problems are told in the order of the input.
    if (Array.isArray(value)) {
      const items: unknown[] = [];
      for (const [index, item] of value.entries())
        items.push(await open(item, field?.items, [...path, index]));
      return items;
    }
    if (!isPlainObject(value)) return value;
    const copy: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) copy[key] = await open(item, undefined, [...path, key]);
    return copy;
  }

  async function openNamed(given: string, path: (string | number)[]): Promise<unknown> {
    try {
      const file = await openPath(/^file:/i.test(given) ? fileURLToPath(given) : given);
      if (typeof file !== "string") return file;
      parts.report({ path, message: `${given}: ${file}` });
    } catch (error) {
      // Of another host, or with an encoded slash.
      parts.report({ path, message: `${given}: ${(error as Error).message}` });
    }
    return given;
  }

  async function spooled(
    value: object,
    stream: AsyncIterable<unknown>,
    path: (string | number)[],
  ): Promise<unknown> {
    const writing = streams.get(value) ?? parts.spool.write(stream, nameOf(value), parts.signal);
    streams.set(value, writing);
    try {
      return await writing;
    } catch (error) {
      if (parts.signal?.aborted) throw error;
      parts.report({ path, message: `the stream cannot be read: ${(error as Error).message}` });
      // Nothing is sent any more: the report stands for it.
      return "data:,";
    }
  }
}

const isMedia = (field: Field | undefined) => /^(image|video|audio)_uri$/.test(field?.format ?? "");
const isPath = (text: string) => !/^(https?|data):/i.test(text);

/** The bytes of a stream of Node, a stream of the web, or a file handle, from its beginning. */
function streamOf(value: object): AsyncIterable<unknown> | undefined {
  if (value instanceof Readable || ("pipe" in value && Symbol.asyncIterator in value))
    return value as Readable;
  if ("getReader" in value) return value as ReadableStream as unknown as AsyncIterable<unknown>;
  const handle = value as Partial<FileHandle>;
  // The handle stays open, for whoever has opened it.
  if (typeof handle.fd === "number" && handle.createReadStream) return readHandle(value as FileHandle);
  return undefined;
}

/** Reads by position, so that the handle's own place in the file stays. */
async function* readHandle(handle: FileHandle): AsyncIterable<Uint8Array> {
  for (let position = 0; ; ) {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(2 ** 18), 0, 2 ** 18, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

function nameOf(value: object): string | undefined {
  return "path" in value && typeof value.path === "string" ? value.path : undefined;
}

function isPlainObject(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
