import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findFile, writeDurably } from "./durable-file.js";
import type { UploadStorage } from "./storage.js";

/** Uploads as files: `<folder>/<name>`. Names are checked before they get here. */
export function createFolderUploadStorage(folder: string): UploadStorage {
  const partial = join(folder, "partial");
  // Uploads that were under way when a process died; this process owns the folder now.
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true, mode: 0o700 });
  return {
    write: (name, chunks) => writeDurably(join(folder, name), chunks, join(partial, name)),
    find: (name) => findFile(join(folder, name)),
  };
}
