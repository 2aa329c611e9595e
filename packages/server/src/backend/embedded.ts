import { createFolderStorage } from "../storage/folder-storage.js";
import { openDataFolder } from "../store/data-folder.js";
import { openSqliteStore } from "../store/sqlite-store.js";
import type { Backend } from "./backend.js";

/** SQLite and a folder: everything that a server keeps is in one place on this machine. */
export function openEmbeddedBackend(dataFolder: string): Backend {
  const folder = openDataFolder(dataFolder);
  try {
    const store = openSqliteStore(folder.database);
    return {
      store,
      storage: createFolderStorage(folder.path),
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
