import { createHash } from "node:crypto";
import type { JournalFile } from "./journal.js";

export interface HashedInput {
  /** SHA-256 in hexadecimal, whatever the order of keys. */
  readonly inputHash: string;
  readonly files: readonly JournalFile[];
  /** The input as it may be kept: names instead of files, URLs without what may be a signature, no data URIs. */
  readonly plain: Readonly<Record<string, unknown>>;
}

/** Hashes an input whose files have been opened: they count by their content, which is read piece by piece. */
export async function hashInput(
  input: Record<string, unknown>,
  signal: AbortSignal | undefined,
): Promise<HashedInput> {
  const files: JournalFile[] = [];
  const known = new Map<Blob, string>();

  async function walk(
    value: unknown,
    path: JournalFile["path"],
  ): Promise<{ hashed: unknown; plain: unknown }> {
    if (value instanceof Blob) {
      const sha256 = known.get(value) ?? (await hashBlob(value, signal));
      known.set(value, sha256);
      const name = "name" in value ? String(value.name) : undefined;
      files.push({ path, name, sha256 });
      return { hashed: { "file sha256": sha256 }, plain: { file: name ?? sha256 } };
    }
    if (typeof value === "string") return { hashed: value, plain: keepable(value) };
    if (value instanceof URL) return { hashed: value.href, plain: keepable(value.href) };
    if (typeof value !== "object" || value === null) return { hashed: value ?? null, plain: value };
    const isArray = Array.isArray(value);
    const pairs: [string, { hashed: unknown; plain: unknown }][] = [];
    for (const [key, item] of Object.entries(value)) {
      // Does not travel in JSON either.
      if (item === undefined && !isArray) continue;
      pairs.push([key, await walk(item, [...path, isArray ? Number(key) : key])]);
    }
    if (isArray)
      return { hashed: pairs.map(([, { hashed }]) => hashed), plain: pairs.map(([, { plain }]) => plain) };
    pairs.sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      hashed: pairs.map(([key, { hashed }]) => ({ key, hashed })),
      plain: Object.fromEntries(pairs.map(([key, { plain }]) => [key, plain])),
    };
  }

  const { hashed, plain } = await walk(input, []);
  return {
    inputHash: createHash("sha256").update(JSON.stringify(hashed)).digest("hex"),
    files,
    plain: plain as Record<string, unknown>,
  };
}

/** SHA-256 of a file in hexadecimal. */
export async function hashBlob(file: Blob, signal?: AbortSignal | undefined): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of file.stream() as unknown as AsyncIterable<Uint8Array>) {
    signal?.throwIfAborted();
    hash.update(piece);
  }
  return hash.digest("hex");
}

/** A query may be a signature, and a data URI is a file. */
function keepable(text: string): string {
  if (/^data:/i.test(text)) return `${text.slice(0, text.indexOf(",") + 1)}…`;
  return /^https?:/i.test(text) ? text.replace(/\?.*$/s, "?…") : text;
}
