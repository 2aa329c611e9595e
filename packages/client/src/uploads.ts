import { InvalidInputError } from "./errors/index.js";
import { SNIFF_LENGTH, sniffMediaType } from "./sniff.js";

/** Turns a file into a URI that the server accepts as an input. */
export type Uploader = (file: Blob, context: { signal?: AbortSignal | undefined }) => Promise<string>;

const MEBIBYTE = 2 ** 20;

/**
 * Puts files into the request itself, as base64 data URIs. Right for small files: a body holds 64 MiB in all.
 * @param options.maxBytes largest file; default 8388608 (8 MiB)
 */
export function dataUri({ maxBytes = 8 * MEBIBYTE }: { maxBytes?: number } = {}): Uploader {
  return async (file) => {
    if (file.size > maxBytes) {
      throw new InvalidInputError(
        `has ${(file.size / MEBIBYTE).toFixed(1)} MiB, and at most ${(maxBytes / MEBIBYTE).toFixed(1)} MiB are sent inside a request. Put the file where the service can fetch it and pass its URL, or give the client an \`upload\` function.`,
        [],
      );
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    return `data:${sniffMediaType(bytes) ?? file.type};base64,${toBase64(bytes)}`;
  };
}

/**
 * The input as it travels: every file-like value is uploaded, once and in parallel, and every URL is a string.
 * What JSON would turn into junk is refused.
 */
export async function uploadFiles(
  input: object,
  upload: Uploader,
  signal: AbortSignal | undefined,
): Promise<Record<string, unknown>> {
  const uploaded = new Map<Blob, Promise<string>>();

  async function visit(value: unknown, path: readonly (string | number)[]): Promise<unknown> {
    if (value instanceof URL) return value.href;
    if (value instanceof Blob) {
      const uri = uploaded.get(value) ?? uploadOne(value, path);
      uploaded.set(value, uri);
      return uri;
    }
    if (Array.isArray(value)) return Promise.all(value.map((item, index) => visit(item, [...path, index])));
    if (typeof value !== "object" || value === null) return value;
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) {
      const name = value.constructor?.name ?? "object";
      throw refused(path, `is a ${name}, which has no form in JSON. Pass a Blob, a URL or plain data`);
    }
    const entries = Object.entries(value).map(async ([key, item]) => [
      key,
      await visit(item, [...path, key]),
    ]);
    return Object.fromEntries(await Promise.all(entries));
  }

  async function uploadOne(file: Blob, path: readonly (string | number)[]): Promise<string> {
    const head = new Uint8Array(await file.slice(0, SNIFF_LENGTH).arrayBuffer());
    if (!sniffMediaType(head) && !file.type) throw refused(path, "is not an image, video or audio file");
    try {
      return await upload(file, { signal });
    } catch (error) {
      throw InvalidInputError.isInstance(error) ? refused(path, error.message, error) : error;
    }
  }

  return (await visit(input, [])) as Record<string, unknown>;
}

function refused(path: readonly (string | number)[], message: string, cause?: unknown): InvalidInputError {
  return new InvalidInputError(`${path.join(".") || "The input"} ${message}`, [{ path, message }], { cause });
}

/** Base64 in pieces: one argument list for a whole file would overflow the stack. */
function toBase64(bytes: Uint8Array): string {
  const size = 3 * 8192;
  let text = "";
  for (let start = 0; start < bytes.length; start += size) {
    text += btoa(String.fromCharCode(...bytes.subarray(start, start + size)));
  }
  return text;
}
