import type { Files } from "./git.js";
import { covers, type Step } from "./rules.js";

export const CHANGESETS = ".changeset";

/** What a changeset asks for: the step of each package that it names. */
export type Releases = ReadonlyMap<string, Step>;

/** The changesets that were written or edited since the base, by path. */
export function newChangesets(before: Files, after: Files): Map<string, Releases> {
  const found = new Map<string, Releases>();
  for (const [path, text] of after) {
    if (!/^\.changeset\/[^/]+\.md$/.test(path) || path.endsWith("/README.md")) continue;
    if (before.get(path) !== text) found.set(path, releasesOf(text));
  }
  return found;
}

/** Whether some changeset names the package with at least the step. */
export function isCovered(changesets: Iterable<Releases>, name: string, step: Step): boolean {
  return [...changesets].some((releases) => covers(releases.get(name) ?? "none", step) && releases.has(name));
}

/** The lines between the dashes: a package's name, quoted or not, and its step. */
function releasesOf(text: string): Releases {
  const [, head = ""] = /^---\r?\n(.*?)\r?\n---/s.exec(text) ?? [];
  const releases = new Map<string, Step>();
  for (const line of head.split("\n")) {
    const [, , name, step] =
      /^\s*(["']?)([^"':]+)\1\s*:\s*["']?(major|minor|patch)["']?\s*$/.exec(line) ?? [];
    if (name && step) releases.set(name, step as Step);
  }
  return releases;
}
