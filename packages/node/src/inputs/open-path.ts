import { openAsBlob } from "node:fs";
import { stat } from "node:fs/promises";

/** The file under its path as its name, opened but not read, or why it cannot be used. */
export async function openPath(path: string): Promise<Blob | string> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error)
    return found.code === "ENOENT" ? "no such file" : `cannot be read (${found.code})`;
  if (!found.isFile()) return "is not a file";
  return new File([await openAsBlob(path)], path);
}
