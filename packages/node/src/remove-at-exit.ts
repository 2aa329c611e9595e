import { rmSync } from "node:fs";

/** Files and folders that the process takes with it when it ends in the middle of something. */
const paths = new Set<string>();

/** Has a file or folder removed when the process ends before it is. Returns what says that it is removed, or is to stay. */
export function removeAtExit(path: string): () => void {
  if (paths.size === 0) process.once("exit", removeAll);
  paths.add(path);
  return () => {
    paths.delete(path);
    if (paths.size === 0) process.off("exit", removeAll);
  };
}

function removeAll(): void {
  for (const path of paths) rmSync(path, { recursive: true, force: true });
}
