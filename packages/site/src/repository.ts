import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository that this package stands in. */
export const ROOT: string = fileURLToPath(new URL("../../..", import.meta.url)).replace(/[\\/]$/, "");

/** Text of a file of the repository; `path` is relative to its root, with slashes. */
export const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

/** Whether the repository has a file of this path. */
export const exists = (path: string): boolean => existsSync(join(ROOT, path));

const { repository } = JSON.parse(read("package.json")) as { repository: { url: string } };

/** Where the repository is looked at in a browser. */
export const REPOSITORY_URL: string = repository.url.replace(/^git\+/, "").replace(/\.git$/, "");

/** Paths of the entries of a folder that end in `ending`, sorted. */
export const list = (folder: string, ending: string): string[] =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => `${folder}/${name}`);
