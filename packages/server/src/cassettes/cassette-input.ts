import { createHash } from "node:crypto";
import type { ModelInputSchema } from "@model-api/models";
import type { EngineContext, MediaKind } from "../engines/engine.js";
import { fingerprintOf } from "../fingerprint.js";
import { mapTexts } from "../media/media-fields.js";

/** An input as cassettes hold it: the same for the same request, wherever and whenever it is made, and without a secret. */
export type CassetteInput = Readonly<Record<string, unknown>>;

type Lookup = Pick<EngineContext, "fetchMedia" | "isOwnFile">;

const HASHED = /^sha256:[0-9a-f]{64}$/;

/**
 * What counts of an input. A file that comes along (a data URI, an upload, a URL of this machine) counts by its bytes; a URL of
 * elsewhere by its address, whose query, which may be a signature, is there as a hash of what is no signature.
 */
export function normaliseInput(
  input: CassetteInput,
  schema: ModelInputSchema,
  lookup: Lookup,
): Promise<CassetteInput> {
  return mapTexts(input, schema, async (text, role) => {
    if (role === "free" || role === "choice" || HASHED.test(text)) return text;
    return isOfThisMachine(text, lookup) ? hashOfMedia(text, role, lookup) : withoutSignature(text);
  });
}

/** The input with its texts hashed, so that nobody reads a prompt. What is hashed already stays as it is. */
export function redactInput(input: CassetteInput, schema: ModelInputSchema): Promise<CassetteInput> {
  return mapTexts(input, schema, (text, role) =>
    role === "free" && !HASHED.test(text) ? hashOf(text) : text,
  );
}

/** What a request is found by; the same whether or not its texts have been redacted. */
export async function keyOf(
  modelId: string,
  normalised: CassetteInput,
  schema: ModelInputSchema,
): Promise<string> {
  return fingerprintOf(modelId, await redactInput(normalised, schema));
}

/** Whether a media URI can be read without a network: its bytes are in it, here, or on this machine. */
export function isOfThisMachine(uri: string, { isOwnFile }: Pick<Lookup, "isOwnFile">): boolean {
  return (
    /^data:/i.test(uri) ||
    isOwnFile(uri) ||
    /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?\//i.test(uri)
  );
}

async function hashOfMedia(uri: string, kind: MediaKind, { fetchMedia }: Lookup): Promise<string> {
  return hashOf((await fetchMedia(uri, kind)).bytes);
}

function hashOf(data: string | Uint8Array): string {
  return `sha256:${createHash("sha256").update(data).digest("hex")}`;
}

/** Parameters that sign a URL, or say who has signed it and until when; they differ each time. */
const SIGNATURE =
  /^(x-(amz|goog|oss|cos|ms|tos)-|(signature|sig|expires|policy|token|key-pair-id|googleaccessid|awsaccesskeyid|ossaccesskeyid|s[etrvp]|spr|skoid|sktid|skt|ske|sks|skv)$)/i;

function withoutSignature(uri: string): string {
  if (!URL.canParse(uri)) return uri;
  const url = new URL(uri);
  const rest = [...url.searchParams]
    .filter(([name]) => !SIGNATURE.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  url.username = url.password = url.search = url.hash = "";
  if (rest.length === 0) return url.href;
  const hash = createHash("sha256").update(JSON.stringify(rest)).digest("hex");
  return `${url.href}?sha256=${hash.slice(0, 16)}`;
}
