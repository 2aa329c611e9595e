import { link, open, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { numbered, sameAs } from "./file-names.js";

/** A file that is to have a name. */
export interface Unpublished {
  readonly temporary: string;
  /** Without its extension; safe. */
  readonly name: string;
  readonly extension: string;
}

/**
 * Gives files their names, the first free ones: never over another file, and all of them or none. A name is taken as well where a file
 * has it in another case, or where one of `besides` stands behind it.
 */
export async function publish(
  folder: string,
  files: readonly Unpublished[],
  besides: readonly string[] = [],
): Promise<string[]> {
  const taken = new Set((await readdir(folder)).map(sameAs));
  const published: string[] = [];
  try {
    for (const { temporary, name, extension } of files) {
      for (const candidate of numbered(name, extension)) {
        const isTaken = ["", ...besides].some((ending) => taken.has(sameAs(candidate + ending)));
        taken.add(sameAs(candidate));
        if (isTaken || !(await moveTo(temporary, join(folder, candidate)))) continue;
        published.push(join(folder, candidate));
        break;
      }
    }
    await syncFolder(folder);
  } catch (error) {
    await Promise.all(published.map((path) => rm(path, { force: true })));
    throw error;
  }
  return published;
}

/** Gives a file its name, at once; false where somebody else has it. */
async function moveTo(temporary: string, path: string): Promise<boolean> {
  try {
    // Unlike a rename, a link never replaces.
    await link(temporary, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return false;
    if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EACCES", "EISDIR"].includes(code ?? ""))
      throw error;
    return reserveAndRename(temporary, path);
  }
  await rm(temporary, { force: true });
  return true;
}

/** Where the file system has no links: an empty file keeps the name until the other takes its place. */
export async function reserveAndRename(temporary: string, path: string): Promise<boolean> {
  try {
    await (await open(path, "wx", 0o666)).close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
  try {
    await rename(temporary, path);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return true;
}

/** Makes the names last. Not every system can do that; the files themselves are on the disk already. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    await handle.sync().finally(() => handle.close());
  } catch {}
}
