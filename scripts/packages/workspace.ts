import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository that this script stands in. */
export const ROOT: string = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where an import leads, by condition; the order of the conditions is part of it. */
export type ExportTarget = string | { readonly [condition: string]: string };

/** The fields of a package.json that are looked at here. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly keywords?: readonly string[];
  readonly engines?: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly sideEffects?: unknown;
  readonly exports?: Readonly<Record<string, ExportTarget>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/** A package of the workspace that is published. */
export interface PublishedPackage {
  readonly name: string;
  /** Its folder from the root, with slashes: `packages/client`. */
  readonly directory: string;
  readonly folder: string;
  readonly manifest: Manifest;
}

export const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

/** All packages of the workspace that are not private, by name. */
export function publishedPackages(root: string = ROOT): PublishedPackage[] {
  const found: PublishedPackage[] = [];
  for (const { name } of readdirSync(join(root, "packages"), { withFileTypes: true }).filter((each) =>
    each.isDirectory(),
  )) {
    const folder = join(root, "packages", name);
    const manifest = readManifest(folder);
    if (!manifest.private)
      found.push({ name: manifest.name, directory: `packages/${name}`, folder, manifest });
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The subpaths that lead to code, such as `.` and `./proxy`; patterns are left out. */
export function codeEntries({ exports = {} }: Manifest): string[] {
  return Object.keys(exports).filter((path) => path !== "./package.json" && !path.includes("*"));
}
