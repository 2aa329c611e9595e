import { readFileSync } from "node:fs";
import { join } from "node:path";
import { publishedPackages } from "../packages/workspace.js";
import type { Clone } from "./clone.js";
import type { LocalRegistry } from "./registry.js";

/** A version of a package that is in the registry. */
export interface Released {
  readonly name: string;
  readonly version: string;
}

/** What the changesets say becomes versions and changelogs, in a commit. Gives what has another version than before. */
export function version(clone: Clone): Released[] {
  const before = versionsOf(clone);
  clone.run("pnpm", ["exec", "changeset", "version"]);
  clone.run("git", ["add", "--all"]);
  clone.run("git", ["commit", "--quiet", "--no-verify", "--message", "Version packages"]);
  const released = [...versionsOf(clone)]
    .filter(([name, is]) => before.get(name) !== is)
    .map(([name, is]) => ({ name, version: is }));
  if (released.length === 0)
    throw new Error("There is no changeset: nothing has another version than before.");
  for (const each of released) checkChangelog(clone, each);
  return released;
}

export function build(clone: Clone): void {
  clone.run("pnpm", ["exec", "turbo", "run", "build", "--output-logs=errors-only"]);
}

/** Publishes what the registry does not have, and looks at what it has got. */
export async function publish(
  clone: Clone,
  registry: LocalRegistry,
  released: readonly Released[],
): Promise<void> {
  clone.run("pnpm", ["exec", "changeset", "publish"], registry.env);
  for (const each of released) await checkPublished(each, registry);
}

function versionsOf({ folder }: Clone): Map<string, string> {
  return new Map(publishedPackages(folder).map(({ name, manifest }) => [name, manifest.version]));
}

function checkChangelog({ folder }: Clone, { name, version: wanted }: Released): void {
  const file = join(folder, name.replace("@model-api", "packages"), "CHANGELOG.md");
  if (!readFileSync(file, "utf8").includes(`## ${wanted}\n`))
    throw new Error(`${file} says nothing of ${wanted}.`);
}

async function checkPublished({ name, version: wanted }: Released, { url }: LocalRegistry): Promise<void> {
  const address = `${url}/${name.replace("/", "%2f")}`;
  // The connection of an earlier call may have been closed while other programs ran.
  const response = await fetch(address).catch(() => fetch(address));
  if (!response.ok) throw new Error(`${name} is not in the registry: ${response.status}`);
  const { versions } = (await response.json()) as { versions: Record<string, Record<string, object>> };
  const manifest = versions[wanted];
  if (!manifest) throw new Error(`${name}@${wanted} is not in the registry, only ${Object.keys(versions)}`);
  for (const kind of ["dependencies", "peerDependencies", "optionalDependencies"]) {
    for (const [dependency, range] of Object.entries(manifest[kind] ?? {})) {
      if (
        /^(workspace|catalog|link|file):/.test(range) ||
        (dependency.startsWith("@model-api/") && /0\.0\.0$/.test(range) && kind === "dependencies")
      )
        throw new Error(`${name}@${wanted} asks for ${dependency} at "${range}", which nobody else has.`);
    }
  }
}
