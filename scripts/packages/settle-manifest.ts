import type { ExportTarget, Manifest } from "./workspace.js";

/** For the packages' own sources, inside this repository only; see docs/decisions/0003-source-condition.md. */
const SOURCE_CONDITION = "@model-api/source";

/** The order in which a person looks for them. Fields that are not named follow in their own order. */
const ORDER = [
  "name",
  "version",
  "description",
  "keywords",
  "homepage",
  "bugs",
  "repository",
  "license",
  "type",
  "sideEffects",
  "engines",
  "bin",
  "files",
  "exports",
  "publishConfig",
  "scripts",
  "dependencies",
  "optionalDependencies",
  "peerDependencies",
  "peerDependenciesMeta",
  "devDependencies",
];

/** What all packages say alike, from the root's package.json. */
export interface Common {
  /** As git takes it: `git+https://….git`. */
  readonly repositoryUrl: string;
  readonly license: string;
  readonly node: string;
}

export function commonOf(root: Manifest): Common {
  const { url } = root.repository as { url: string };
  return { repositoryUrl: url, license: root.license as string, node: root.engines?.node ?? "" };
}

/** A published package's manifest with the fields that follow from others filled in, in one order. */
export function settleManifest(manifest: Manifest, directory: string, common: Common): Manifest {
  const page = common.repositoryUrl.replace(/^git\+/, "").replace(/\.git$/, "");
  const settled: Record<string, unknown> = {
    ...manifest,
    homepage: `${page}/tree/main/${directory}#readme`,
    bugs: `${page}/issues`,
    repository: { type: "git", url: common.repositoryUrl, directory },
    license: common.license,
    type: "module",
    // One that stands on packages for a newer Node says so itself.
    engines: { node: common.node, ...manifest.engines },
    publishConfig: { access: "public", ...publishedExports(manifest) },
  };
  const names = [...ORDER, ...Object.keys(settled).filter((name) => !ORDER.includes(name))];
  const entries = names.filter((name) => name in settled).map((name) => [name, settled[name]]);
  return Object.fromEntries(entries) as Manifest;
}

/** The exports without the condition for this repository, where they have it: pnpm publishes these instead. */
function publishedExports({ exports = {} }: Manifest): { exports?: Record<string, ExportTarget> } {
  const stripped = Object.entries(exports).map(([path, target]) => {
    if (typeof target === "string") return [path, target] as const;
    const { [SOURCE_CONDITION]: _, ...others } = target;
    return [path, others] as const;
  });
  const published = Object.fromEntries(stripped);
  return JSON.stringify(published) === JSON.stringify(exports) ? {} : { exports: published };
}
