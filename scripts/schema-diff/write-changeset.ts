import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { changesetFor, isUntouched, MODELS_PACKAGE } from "./changeset-file.js";
import { CHANGESETS, isCovered } from "./changesets.js";
import type { Comparison } from "./compare.js";

/**
 * Writes the changeset of the models, in place of what an earlier run wrote since the base, and says what it did. What a
 * person wrote or edited stays, and where that goes far enough, nothing is written.
 */
export function writeChangeset(root: string, comparison: Comparison): string[] {
  const { diffs, bump, before, after, changesets } = comparison;
  const wanted = bump === "none" ? undefined : changesetFor(diffs, bump);
  const ours = [...changesets.keys()].filter(
    (path) => !before.has(path) && isUntouched(path, after.get(path) ?? ""),
  );
  const theirs = [...changesets].filter(([path]) => !ours.includes(path)).map(([, releases]) => releases);
  const isNeeded = wanted !== undefined && bump !== "none" && !isCovered(theirs, MODELS_PACKAGE, bump);
  const said: string[] = [];
  for (const path of ours) {
    if (isNeeded && path === wanted.path) continue;
    rmSync(join(root, path));
    said.push(`removed ${path}, which an earlier run wrote`);
  }
  if (!wanted) said.push("no changeset to write: the models have not changed");
  else if (!isNeeded) said.push("no changeset to write: one that a person wrote covers the models");
  else {
    mkdirSync(join(root, CHANGESETS), { recursive: true });
    writeFileSync(join(root, wanted.path), wanted.text);
    said.push(`wrote ${wanted.path}`);
  }
  return said;
}
