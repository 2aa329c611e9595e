import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** What the journal does to a disk, step by step: the crash suite stops between any two of them. */
export interface Disk {
  /** Makes a folder for its owner only, with those above it. */
  makeFolder(folder: string): Promise<void>;
  /** Writes a new file for its owner only, to the platter. Fails with EEXIST where there is one. */
  create(path: string, text: string): Promise<void>;
  /** Puts a file in another's place, at once. */
  replace(from: string, to: string): Promise<void>;
  /** Makes the names in a folder last. */
  syncFolder(folder: string): Promise<void>;
  /** Removes a file, if there is one. */
  remove(path: string): Promise<void>;
  /** Names in a folder; none where it does not exist. */
  names(folder: string): Promise<string[]>;
  /** Text of a file of at most `limit` bytes; undefined where there is no file. */
  read(path: string, limit: number): Promise<string | undefined>;
  /** Milliseconds since the epoch at which a file was changed; undefined where there is no file. */
  changedAt(path: string): Promise<number | undefined>;
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === "ENOENT";

/** The disk itself. */
export const realDisk: Disk = {
  async makeFolder(folder) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  },
  async create(path, text) {
    const file = await open(path, "wx", 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
  },
  replace: (from, to) => rename(from, to),
  async syncFolder(folder) {
    // Windows has no such thing, and keeps the order of names by itself.
    if (process.platform === "win32") return;
    const handle = await open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  remove: (path) => rm(path, { force: true }),
  async names(folder) {
    try {
      return await readdir(folder);
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  },
  async read(path, limit) {
    try {
      const { size } = await stat(path);
      if (size > limit) throw new Error(`has ${size} bytes, more than an entry may have`);
      return await readFile(path, "utf8");
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  },
  async changedAt(path) {
    try {
      return (await stat(path)).mtimeMs;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  },
};

let count = 0;

/** Writes a file so that it is there whole, or as it was before, whenever the process or the machine stops. */
export async function writeWhole(disk: Disk, folder: string, name: string, text: string): Promise<void> {
  const temporary = join(folder, `.${name}.${process.pid}-${count++}.tmp`);
  try {
    await disk.create(temporary, text);
    await disk.replace(temporary, join(folder, name));
  } catch (error) {
    await disk.remove(temporary).catch(() => {});
    throw error;
  }
  await disk.syncFolder(folder);
}
