import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OutputFile } from "@model-api/client";
import type { Context } from "../context.js";

export interface FetchedFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/**
 * The bytes of a file of an output: from trusted hosts only, and without the token.
 * @throws DownloadError; the signal's reason
 */
export async function fetchFile(
  { client }: Context,
  { kind, url }: OutputFile,
  maxBytes: number,
  signal: AbortSignal,
): Promise<FetchedFile> {
  const dir = await mkdtemp(join(tmpdir(), "model-api-mcp-"));
  try {
    const [file] = await client.download({ [kind]: url }, { dir, maxBytes, maxRetries: 2, signal });
    if (!file) throw new Error("there is no file");
    return { bytes: await readFile(file.path), mediaType: file.mediaType ?? "application/octet-stream" };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
