import { createFolderStorage } from "../storage/folder-storage.js";
import type { Storage } from "../storage/storage.js";
import { openDataFolder } from "../store/data-folder.js";
import { openSqliteStore } from "../store/sqlite-store.js";
import type { Backend } from "./backend.js";

/** SQLite and a folder: everything that a server keeps is in one place on this machine, unless its files go into another storage. */
export function openEmbeddedBackend(dataFolder: string, storage?: Storage): Backend {
  const folder = openDataFolder(dataFolder);
  try {
    const store = openSqliteStore(folder.database);
    return {
      store,
      storage: storage ?? createFolderStorage(folder.path),
      async close() {
        await store.close();
        folder.unlock();
      },
    };
  } catch (error) {
    folder.unlock();
    throw error;
  }
}
