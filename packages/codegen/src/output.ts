import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

/** Generated files: content by path from the root. The folders hold generated files and nothing else. */
export interface Generated {
  folders: readonly string[];
  files: ReadonlyMap<string, string>;
}

/** A generated file that is not what the schemas say, and how. */
export interface Stale {
  path: string;
  reason: "missing" | "changed" | "left over" | "not in git";
}

/** Compares what stands on disk, and in git where there is one, with what was generated. */
export function findStale(root: string, { folders, files }: Generated): Stale[] {
  const stale: Stale[] = [];
  for (const [path, content] of files) {
    const file = join(root, path);
    if (!existsSync(file)) stale.push({ path, reason: "missing" });
    else if (readFileSync(file, "utf8") !== content) stale.push({ path, reason: "changed" });
  }
  for (const path of onDisk(root, folders)) if (!files.has(path)) stale.push({ path, reason: "left over" });
  for (const path of untracked(root, folders))
    if (files.has(path)) stale.push({ path, reason: "not in git" });
  return stale.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Writes what differs and removes what is left over; returns the paths that were touched. */
export function write(root: string, generated: Generated): string[] {
  const changes = findStale(root, generated).filter(({ reason }) => reason !== "not in git");
  if (changes.length === 0) return [];
  // Aside first, then renamed: a run that fails half-way leaves what was there.
  const aside = mkdtempSync(join(root, ".codegen-"));
  try {
    const ready: [from: string, to: string][] = [];
    for (const [index, { path, reason }] of changes.entries()) {
      if (reason === "left over") continue;
      const temporary = join(aside, String(index));
      writeFileSync(temporary, generated.files.get(path) ?? "");
      ready.push([temporary, join(root, path)]);
    }
    for (const [from, to] of ready) {
      mkdirSync(dirname(to), { recursive: true });
      renameSync(from, to);
    }
    for (const { path, reason } of changes) if (reason === "left over") rmSync(join(root, path));
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  return changes.map(({ path }) => path);
}

function onDisk(root: string, folders: readonly string[]): string[] {
  return folders.flatMap((folder) => {
    if (!existsSync(join(root, folder))) return [];
    return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(root.length + 1)
          .replaceAll("\\", "/"),
      );
  });
}

/** Files that git does not know yet; none outside a repository. */
function untracked(root: string, folders: readonly string[]): string[] {
  try {
    const listed = execFileSync("git", ["ls-files", "--others", "--", ...folders], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return listed.split("\n").filter(Boolean);
  } catch {
    return [];
  }
}
