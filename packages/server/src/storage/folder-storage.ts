import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { findFile, syncFolder, writeDurably } from "./durable-file.js";
import type { Storage } from "./storage.js";

/** Outputs as files: `<folder>/<request id>/<name>`. Ids and names are checked before they get here. */
export function createFolderStorage(folder: string): Storage {
  return {
    async write(requestId, name, data) {
      const parent = join(folder, requestId);
      await mkdir(parent, { recursive: true, mode: 0o700 });
      const path = join(parent, name);
      await writeDurably(path, data, `${path}.part`);
      await syncFolder(folder);
    },
    find: (requestId, name) => findFile(join(folder, requestId, name)),
    remove: (requestId) => rm(join(folder, requestId), { recursive: true, force: true }),
  };
}
