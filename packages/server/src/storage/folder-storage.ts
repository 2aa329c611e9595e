import { randomUUID } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { findFile, syncFolder, writeDurably } from "./durable-file.js";
import type { Storage, StoredEntry } from "./storage.js";

/** Files in a folder, under their keys. One process at a time owns the folder, unless it is said to be shared. */
export function createFolderStorage(folder: string, { shared = false }: { shared?: boolean } = {}): Storage {
  const partial = join(folder, "partial");
  // What was under way when a process died; this process owns the folder now. In a shared one it may be another's, and stays.
  if (!shared) rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true, mode: 0o700 });

  async function* list(prefix: string): AsyncGenerator<StoredEntry> {
    const entries = await readdir(join(folder, prefix), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const key = `${prefix}/${entry.name}`;
      if (entry.isDirectory()) yield* list(key);
      // One that has gone meanwhile is not listed.
      const found = entry.isFile() && (await stat(join(folder, key)).catch(() => undefined));
      if (found) yield { key, modifiedAt: found.mtimeMs };
    }
  }

  return {
    async write(key, data) {
      const path = join(folder, key);
      const made = await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const size = await writeDurably(path, data, join(partial, randomUUID()));
      if (made) await syncFolder(dirname(made));
      return size;
    },
    find: (key) => findFile(join(folder, key)),
    remove: (key) => rm(join(folder, key), { recursive: true, force: true }),
    list,
  };
}
