import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import Database from "libsql";

/** A folder that holds everything an embedded server keeps. */
export interface DataFolder {
  readonly path: string;
  /** File of the database. */
  readonly database: string;
  /** Lets another process have the folder. */
  unlock(): void;
}

/** Creates the folder where it is missing, for its owner only and ignored by git. Returns its full path. */
export function prepareDataFolder(path: string): string {
  const folder = resolve(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const ignore = join(folder, ".gitignore");
  if (!existsSync(ignore)) writeFileSync(ignore, "*\n");
  return folder;
}

/**
 * Takes the folder for this process; made where it is missing. The lock is one that the operating system drops when the process
 * dies, however it dies.
 */
export function openDataFolder(path: string): DataFolder {
  const folder = prepareDataFolder(path);
  const lock = new Database(join(folder, "lock.db"));
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    throw new Error(`${folder} is in use by another server. Stop that one, or use another data folder.`, {
      cause: error,
    });
  }
  return { path: folder, database: databaseOf(folder), unlock: () => lock.close() };
}

/** The database's file in a data folder; for those who read or write keys while a server has the folder. */
export function databaseOf(folder: string): string {
  return join(resolve(folder), "model-api.db");
}
