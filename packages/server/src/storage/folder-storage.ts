import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { Storage } from "./storage.js";

/** Outputs as files: `<folder>/<request id>/<name>`. Ids and names are checked before they get here. */
export function createFolderStorage(folder: string): Storage {
  return {
    async write(requestId, name, data) {
      const parent = join(folder, requestId);
      await mkdir(parent, { recursive: true, mode: 0o700 });
      const path = join(parent, name);
      const file = await open(`${path}.part`, "w", 0o600);
      try {
        await file.writeFile(data);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(`${path}.part`, path);
      await syncFolder(parent);
      await syncFolder(folder);
    },
    async find(requestId, name) {
      const path = join(folder, requestId, name);
      const found = await stat(path).catch(() => undefined);
      if (!found?.isFile()) return undefined;
      return {
        size: found.size,
        open: () => Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>,
      };
    },
    remove: (requestId) => rm(join(folder, requestId), { recursive: true, force: true }),
  };
}

/** Makes a rename durable. Windows cannot open folders and does not need it. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
