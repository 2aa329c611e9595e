import type { Clock } from "../clock.js";
import { createMemoryStorage } from "../storage/memory-storage.js";
import { openSqliteStore } from "../store/sqlite-store.js";
import type { Backend } from "./backend.js";

/** Nothing touches a disk, and everything is gone with the server: for tests. */
export function openMemoryBackend(clock: Clock): Backend {
  const store = openSqliteStore(":memory:");
  return { store, storage: createMemoryStorage(clock), close: () => store.close() };
}
