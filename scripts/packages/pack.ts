import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Manifest, type PublishedPackage, ROOT, readManifest } from "./workspace.js";

/** A package as it would be published. */
export interface PackedPackage extends PublishedPackage {
  /** The .tgz file. */
  readonly tarball: string;
  /** Where it is unpacked. */
  readonly unpacked: string;
  /** Paths of its files from there, with slashes, sorted. */
  readonly files: readonly string[];
  /** The manifest in the tarball: versions instead of `workspace:`, exports as they are published. */
  readonly packed: Manifest;
}

/** Packs packages into the folder, which is emptied before, and unpacks them there. */
export function pack(packages: readonly PublishedPackage[], into: string): PackedPackage[] {
  rmSync(into, { recursive: true, force: true });
  const filters = packages.flatMap(({ name }) => ["--filter", name]);
  pnpm(["--recursive", ...filters, "pack", "--pack-destination", into]);
  return packages.map((each) => {
    const tarball = join(into, tarballName(each.manifest));
    const folder = join(into, each.directory);
    mkdirSync(folder, { recursive: true });
    execFileSync("tar", ["-xzf", tarball, "-C", folder]);
    const unpacked = join(folder, "package");
    return { ...each, tarball, unpacked, files: filesUnder(unpacked), packed: readManifest(unpacked) };
  });
}

/** Runs the pnpm that the root's package.json names; gives its stdout. */
export function pnpm(args: readonly string[], cwd: string = ROOT): string {
  const { packageManager } = readManifest(ROOT) as Manifest & { packageManager: string };
  return execFileSync("npx", ["--yes", "--package", packageManager, "--", "pnpm", ...args], {
    cwd,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "inherit"],
  });
}

export const readPacked = ({ unpacked }: PackedPackage, file: string): string =>
  readFileSync(join(unpacked, file), "utf8");

const tarballName = ({ name, version }: Manifest) =>
  `${name.replace("@", "").replace("/", "-")}-${version}.tgz`;

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
}
