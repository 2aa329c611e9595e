import { createReadStream } from "node:fs";
import { open, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { ByteRange, StoredObject } from "./storage.js";

/**
 * Writes a file so that it is there as a whole or not at all, whatever happens meanwhile; resolves with its size when it is
 * durable. `partial` is where it stands until then, on the same file system.
 */
export async function writeDurably(
  path: string,
  data: Uint8Array | AsyncIterable<Uint8Array>,
  partial: string,
): Promise<number> {
  const file = await open(partial, "w", 0o600);
  let size: number;
  try {
    try {
      await writeFile(file, data);
      await file.sync();
      size = (await file.stat()).size;
    } finally {
      await file.close();
    }
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
  return size;
}

/** Makes a rename durable. Windows cannot open folders and does not need it. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** The file at a path, if there is one. */
export async function findFile(path: string): Promise<StoredObject | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return undefined;
  return { size: found.size, open: (range) => ReadableStream.from(chunksOf(path, range)) };
}

/** A generator, so that the file is opened by the first chunk: an answer to HEAD never asks for one, and must not hold a file open. */
async function* chunksOf(path: string, range?: ByteRange): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path, { ...range });
}
