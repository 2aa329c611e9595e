import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Files } from "./git.js";

/** The files below some paths of a folder, which need not exist, as they stand on disk. */
export function filesOnDisk(root: string, paths: readonly string[]): Files {
  return new Map(
    paths.flatMap((path) => below(root, path)).map((path) => [path, readFileSync(join(root, path), "utf8")]),
  );
}

function below(root: string, path: string): string[] {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => below(root, `${path}/${name}`));
}
