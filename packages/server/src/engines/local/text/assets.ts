import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The path of a file under the package's `assets`. This module may run from `src/engines/local/text`, from the bundle
 * in `dist` or from the worker's in `dist/engines/local`, so the folder is looked for upwards.
 */
export function assetPath(...names: readonly string[]): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const path = join(folder, "assets", ...names);
    if (existsSync(path)) return path;
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`the asset ${names.join("/")} is missing from the package`);
    folder = parent;
  }
}
