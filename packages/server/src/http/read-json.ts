import { ApiError } from "./api-error.js";

const MEBIBYTE = 2 ** 20;

/** Reads a body as a JSON object, at most `limit` bytes of it. */
export async function readJsonObject(request: Request, limit: number): Promise<Record<string, unknown>> {
  const text = new TextDecoder().decode(await readBytes(request, limit));
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

async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new ApiError("tooLarge", `The body is larger than ${limit / MEBIBYTE} MiB. Pass large files by URL.`);
  const announced = request.headers.get("content-length");
  if (Number(announced ?? 0) > limit) throw tooLarge();
  // A body of a length that the parser of HTTP sees to. To read it as a stream costs several times as much.
  if (announced !== null) return new Uint8Array(await request.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
