import { MODELS_PACKAGE } from "./changeset-file.js";
import { CHANGESETS, isCovered, newChangesets, type Releases } from "./changesets.js";
import { CONTRACT, contractChanged } from "./contract.js";
import { type Files, filesAt, resolveBase, UsageError } from "./git.js";
import { MODELS, readModels } from "./read-models.js";
import { bumpFor, diffModels, type ModelDiff, type Step, stepFor } from "./rules.js";
import { filesOnDisk } from "./working-tree.js";

const MANIFEST = "packages/models/package.json";
const READ = [MODELS, CONTRACT, CHANGESETS, MANIFEST];

/** Packages that speak the contract: which step a change of it takes is for people to say. */
const CONTRACT_PACKAGES = ["@model-api/client", "@model-api/server"];

/** What changed since the base, and what is asked for. */
export interface Comparison {
  base: string;
  before: Files;
  after: Files;
  diffs: ModelDiff[];
  /** By semantic versioning, and from the version that the package is at. */
  step: Step;
  bump: Step;
  version: string;
  contract: boolean;
  changesets: ReadonlyMap<string, Releases>;
}

export function compareWithBase(root: string, ref: string | undefined): Comparison {
  const base = resolveBase(root, ref);
  const [before, after] = [filesAt(root, base, READ), filesOnDisk(root, READ)];
  const diffs = diffModels(readModels(before, `at ${base.slice(0, 10)}`), readModels(after, "working tree"));
  const version = versionOf(after);
  const step = stepFor(diffs);
  return {
    base,
    before,
    after,
    diffs,
    step,
    bump: bumpFor(step, version),
    version,
    contract: contractChanged(before, after),
    changesets: newChangesets(before, after),
  };
}

/** What no changeset since the base covers. */
export interface Missing {
  models: boolean;
  /** Packages that speak the contract. */
  contract: string[];
}

export function findMissing({ bump, contract, changesets }: Comparison): Missing {
  return {
    models: bump !== "none" && !isCovered(changesets.values(), MODELS_PACKAGE, bump),
    contract: contract
      ? CONTRACT_PACKAGES.filter((name) => !isCovered(changesets.values(), name, "patch"))
      : [],
  };
}

function versionOf(files: Files): string {
  const manifest = files.get(MANIFEST);
  const version = manifest === undefined ? undefined : (JSON.parse(manifest) as { version?: string }).version;
  if (version === undefined) throw new UsageError(`${MANIFEST} is missing or names no version.`);
  return version;
}
