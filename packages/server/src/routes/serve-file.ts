import type { components } from "../generated/openapi.js";
import { ApiError } from "../http/api-error.js";
import { mediaTypeOf } from "../media/media-types.js";
import type { ByteRange, StoredObject } from "../storage/storage.js";

/** `whyMissing`: what the caller is told where there is no file. */
export interface ServedFile {
  readonly name: string;
  readonly file: StoredObject | undefined;
  readonly whyMissing: string;
}

/**
 * Answers a file of the server's own, or a part of it (RFC 9110, sections 13 and 14). Its name is never given to another file, so
 * it may be cached for good, and the name itself tells one file from all others.
 */
export function serveFile({ method, headers }: Request, { name, file, whyMissing }: ServedFile): Response {
  if (!file) throw new ApiError("notFound", whyMissing);
  const etag = `"${name}"`;
  const cached = { etag, "cache-control": "private, max-age=31536000, immutable" };
  if (names(headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers: cached });
  // Ranges are a matter of GET alone. A part of another file than this one must not be put behind what the caller has of that one.
  const isAsked = method === "GET" && (headers.get("if-range") ?? etag) === etag;
  const range = isAsked ? readRange(headers.get("range"), file.size) : undefined;
  if (range === "unsatisfiable") return unsatisfiable(file.size);
  return new Response(file.open(range), {
    status: range ? 206 : 200,
    headers: {
      ...cached,
      "accept-ranges": "bytes",
      "content-type": mediaTypeOf(name),
      "content-length": String(range ? range.end - range.start + 1 : file.size),
      ...(range && { "content-range": `bytes ${range.start}-${range.end}/${file.size}` }),
      "x-content-type-options": "nosniff",
      // A stranger's file, or made from a stranger's input: never a page of this origin.
      "content-security-policy": "default-src 'none'; sandbox",
    },
  });
}

/** Whether a list of entity tags has this one. Weak tags match: what is compared is whether the caller has the file. */
function names(list: string | null, etag: string): boolean {
  const tags = (list ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes("*") || tags.includes(etag);
}

/** Undefined for the whole file: where no range is asked for, or several, or in a way that is not understood. */
function readRange(header: string | null, size: number): ByteRange | "unsatisfiable" | undefined {
  const [, first = "", last = ""] = /^\s*bytes=\s*(\d*)-(\d*)\s*$/i.exec(header ?? "") ?? [];
  // Nothing of an empty file can be named, and whoever asks for a range by habit gets what there is.
  if ((!first && !last) || size === 0) return undefined;
  if (!first) {
    const length = Math.min(Number(last), size);
    return length === 0 ? "unsatisfiable" : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  if (last && Number(last) < start) return undefined;
  return start >= size ? "unsatisfiable" : { start, end: last ? Math.min(Number(last), size - 1) : size - 1 };
}

function unsatisfiable(size: number): Response {
  return Response.json(
    {
      error_code: 422,
      error_message: `The range begins behind the end of the file, which is ${size} bytes long. Ask for a range within it, or for the whole file.`,
    } satisfies components["schemas"]["Error"],
    { status: 416, headers: { "content-range": `bytes */${size}`, "accept-ranges": "bytes" } },
  );
}
