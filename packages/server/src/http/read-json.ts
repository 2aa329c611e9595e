import { ApiError } from "./api-error.js";
import { checkJsonLimits } from "./json-limits.js";

const KIBIBYTE = 2 ** 10;
const MEBIBYTE = 2 ** 20;

export interface BodyLimit {
  /** The most bytes that are taken. */
  readonly bytes: number;
  /** What a caller with more of them may do instead. */
  readonly hint?: string;
}

/** Reads a body as a JSON object. */
export async function readJsonObject(
  request: Request,
  limit: BodyLimit | number,
): Promise<Record<string, unknown>> {
  const text = decode(await readBytes(request, typeof limit === "number" ? { bytes: limit } : limit));
  checkJsonLimits(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    // The reason quotes the body, which may hold what is not ours to repeat at length.
    throw new ApiError("malformedBody", `The body is not JSON: ${reason.slice(0, 200)}`, {
      detail: [{ path: [], message: `is not JSON (${text.length} characters were received)` }],
    });
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    const given = Array.isArray(value) ? "an array" : value === null ? "null" : `a ${typeof value}`;
    throw new ApiError("invalid", `The body must be a JSON object, the model's input; got ${given}.`, {
      detail: [{ path: [], message: `must be an object; got ${given}` }],
    });
  }
  return value as Record<string, unknown>;
}

/** JSON is UTF-8. What is not is refused, where a replacement would change what was asked for. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ApiError("malformedBody", "The body is not UTF-8, as JSON has to be.", {
      detail: [{ path: [], message: `is not UTF-8 (${bytes.byteLength} bytes were received)` }],
    });
  }
}

async function readBytes(request: Request, { bytes: limit, hint = "" }: BodyLimit): Promise<Uint8Array> {
  const shown = limit < MEBIBYTE ? `${limit / KIBIBYTE} KiB` : `${limit / MEBIBYTE} MiB`;
  const tooLarge = () => new ApiError("tooLarge", `The body is larger than ${shown}.${hint}`);
  const announced = request.headers.get("content-length");
  if (Number(announced ?? 0) > limit) throw tooLarge();
  // A body of a length that the parser of HTTP sees to. To read it as a stream costs several times as much.
  if (announced !== null) {
    const body = new Uint8Array(await request.arrayBuffer());
    // Without a socket there was no parser, and the length may be a lie.
    if (body.byteLength > limit) throw tooLarge();
    return body;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
