import { brokenFileRules, type FieldSchema } from "@model-api/models/lean";
import type { InputIssue } from "../errors/index.js";
import { imageSize } from "./image-size.js";
import { SNIFF_LENGTH, sniffMediaType } from "./sniff.js";

/** Bytes that are read to learn the size of an image. */
const HEADER_LENGTH = 2 ** 18;

export interface Inspection {
  /** Media type by the file's bytes, else the one that it claims; empty when it is of no medium. */
  readonly type: string;
  /** Why the file cannot stand in its field; the messages are words that follow the file's name. */
  readonly problems: readonly Omit<InputIssue, "path">[];
}

/** Looks at the first bytes of a file, since names and claimed types lie, and at the rules of its field where that is known. */
export async function inspectFile(file: Blob, field: FieldSchema | undefined): Promise<Inspection> {
  const media = field?.items ?? field;
  const rules = media?.["x-file-rules"] ?? field?.["x-file-rules"] ?? [];
  const length = rules.length > 0 ? HEADER_LENGTH : SNIFF_LENGTH;
  const header = new Uint8Array(await file.slice(0, length).arrayBuffer());
  const type = sniffMediaType(header) ?? file.type;
  const kind = /^(image|video|audio)_uri$/.exec(media?.format ?? "")?.[1];
  if (!type || (kind && !type.startsWith(kind))) {
    const bytes = type ? `those of ${type}` : "of no media type that is known";
    const message = `is no ${kind ?? "image, video or audio"} file; its bytes are ${bytes}`;
    return { type, problems: [{ message, keyword: "fileKind", params: { kind, type } }] };
  }
  const facts = { bytes: file.size, ...imageSize(header) };
  const problems = rules.flatMap((params) =>
    brokenFileRules([params], facts).map((message) => ({
      message,
      keyword: "fileRule",
      params: { ...params },
    })),
  );
  return { type, problems };
}
