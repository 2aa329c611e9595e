import { constants } from "node:fs";
import { type FileHandle, open, realpath, stat } from "node:fs/promises";
import { isAbsolute, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** Why a path is not opened, in words that follow the path. */
export class PathRefusal extends Error {}

/** A link is not followed at the last step, and a pipe does not hold the open. Windows has neither flag. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Opens a file for reading if it lies inside one of the roots, both as it is written and where its links lead. Relative paths
 * start from each root in turn. Refused are `..`, hidden files and folders below a root, and whatever is no regular file.
 * @throws PathRefusal, which says nothing of what there is outside the roots
 */
export async function openAllowed(given: string, roots: readonly string[]): Promise<FileHandle> {
  const path = toPath(given);
  if (roots.length === 0) throw new PathRefusal("no folder is allowed here");
  let refusal = new PathRefusal("there is no such file in the allowed folders");
  for (const root of roots) {
    const realRoot = await realpath(root).catch(() => undefined);
    if (realRoot === undefined) continue;
    const below = isAbsolute(path) ? (inside(root, path) ?? inside(realRoot, path)) : path;
    if (below === undefined) refusal = new PathRefusal("lies outside the allowed folders");
    else {
      const file = await openBelow(realRoot, below).catch((error: unknown) => error);
      if (!(file instanceof Error)) return file as FileHandle;
      // What one root does not have, another may.
      if (!(file instanceof PathRefusal)) refusal = refused(file);
      else throw file;
    }
  }
  throw refusal;
}

/** The path that is meant, if it can be one. */
function toPath(given: string): string {
  let path = given;
  if (/^file:/i.test(given)) {
    try {
      path = fileURLToPath(given);
    } catch {
      throw new PathRefusal("is no file URL of this machine");
    }
  }
  if (path === "" || path.includes("\0")) throw new PathRefusal("is no path");
  const hasDrive = /^[a-z]:/i.test(path);
  if (hasDrive ? !isAbsolute(path) : /^[a-z][a-z0-9+.-]*:/i.test(path))
    throw new PathRefusal("is neither an http URL, a data URI nor a path of this machine");
  if (sep === "/" && path.includes("\\")) throw new PathRefusal("is no path of this machine");
  if (sep === "\\" && /:/.test(hasDrive ? path.slice(2) : path))
    throw new PathRefusal("names a stream of a file");
  if (path.split(/[\\/]/).includes("..")) throw new PathRefusal('must not have ".." in it');
  return path;
}

async function openBelow(realRoot: string, below: string): Promise<FileHandle> {
  const written = join(realRoot, below);
  const real = await realpath(written);
  const realBelow = inside(realRoot, real);
  if (realBelow === undefined) throw new PathRefusal("leads out of the allowed folders");
  if (isHidden(relative(realRoot, written)) || isHidden(realBelow))
    throw new PathRefusal("is hidden, or lies in a hidden folder");
  const file = await open(real, FLAGS);
  try {
    const [opened, named] = [await file.stat(), await stat(real)];
    // Whoever swaps a folder for a link meanwhile has changed what the path leads to.
    const isSame = opened.ino === named.ino && opened.dev === named.dev && (await realpath(written)) === real;
    if (!opened.isFile()) throw new PathRefusal("is not a file");
    if (!isSame) throw new PathRefusal("was changed while it was opened");
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** The path from the root on, if it leads into it. */
function inside(root: string, path: string): string | undefined {
  const below = relative(root, path);
  return below === "" || below === ".." || below.startsWith(`..${sep}`) || isAbsolute(below)
    ? undefined
    : below;
}

const isHidden = (below: string) => below.split(/[\\/]/).some((part) => part.startsWith(".") && part !== ".");

function refused(error: Error): PathRefusal {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" || code === "ENOTDIR")
    return new PathRefusal("there is no such file in the allowed folders");
  return new PathRefusal(`cannot be read (${code ?? error.message})`);
}
