import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A model file to write: its path from the root, and its text. */
export interface WrittenFile {
  readonly path: string;
  readonly text: string;
}

/** Writes files, then removes others. All of them are written aside first: a run that fails half-way leaves what was there. */
export function writeModels(root: string, files: readonly WrittenFile[], removed: readonly string[]): void {
  if (files.length > 0) {
    const aside = mkdtempSync(join(root, ".sync-catalog-"));
    try {
      for (const [index, { text }] of files.entries()) writeFileSync(join(aside, String(index)), text);
      for (const [index, { path }] of files.entries()) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        renameSync(join(aside, String(index)), join(root, path));
      }
    } finally {
      rmSync(aside, { recursive: true, force: true });
    }
  }
  for (const path of removed) {
    rmSync(join(root, path));
    removeEmptyFolders(join(root, "schemas/models"), dirname(join(root, path)));
  }
}

function removeEmptyFolders(top: string, folder: string): void {
  if (folder === top || readdirSync(folder).length > 0) return;
  rmdirSync(folder);
  removeEmptyFolders(top, dirname(folder));
}
