import { SchemaError } from "@model-api/codegen";
import { MODELS_PACKAGE } from "./changeset-file.js";
import { type Comparison, compareWithBase, findMissing, type Missing } from "./compare.js";
import { CONTRACT } from "./contract.js";
import { UsageError } from "./git.js";
import { table, tally } from "./report.js";
import { writeChangeset } from "./write-changeset.js";

export interface Options {
  root: string;
  base?: string | undefined;
  check: boolean;
  write: boolean;
}

/** What is printed, and the exit code. */
export interface Outcome {
  code: 0 | 1;
  /** What changed and what was done. */
  out: string;
  /** Why the exit code is not 0. */
  err: string;
}

const COMMAND = "node --import tsx --conditions=@model-api/source scripts/schema-diff/main.ts";

export function run({ root, base, check, write }: Options): Outcome {
  try {
    let comparison = compareWithBase(root, base);
    const lines = describe(comparison);
    if (write) {
      lines.push(...writeChangeset(root, comparison));
      comparison = compareWithBase(root, base);
    }
    const missing = check ? complaints(findMissing(comparison), comparison, base) : [];
    return { code: missing.length > 0 ? 1 : 0, out: lines.join("\n"), err: missing.join("\n") };
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof SchemaError)) throw error;
    return { code: 1, out: "", err: `schema-diff: ${error.message}` };
  }
}

function describe({ base, diffs, step, bump, version, contract }: Comparison): string[] {
  const since = `since ${base.slice(0, 10)}`;
  const lines: string[] = [];
  if (diffs.length === 0) lines.push(`The models have not changed ${since}.`);
  else {
    lines.push(table(diffs), "", `${tally(diffs)} ${since}.`);
    const why =
      step === bump
        ? ""
        : ` These changes are ${step}; at ${version}, below 1.0.0, ${bump} is as far as it goes.`;
    lines.push(`Step for ${MODELS_PACKAGE}: ${bump}.${why}`);
  }
  if (contract) {
    lines.push(`The contract changed: ${CONTRACT}. Its step is for a person to say, for client and server.`);
  }
  return lines;
}

function complaints(missing: Missing, { bump }: Comparison, base: string | undefined): string[] {
  const lines: string[] = [];
  if (missing.models) {
    const from = base === undefined ? "" : ` --base ${base}`;
    lines.push(`No changeset since then names ${MODELS_PACKAGE} with at least ${bump}. Write it with:`);
    lines.push(`  ${COMMAND}${from} --write`);
  }
  if (missing.contract.length > 0) {
    lines.push(`No changeset since then names ${missing.contract.join(" or ")}. Write one with:`);
    lines.push("  pnpm changeset");
  }
  return lines;
}
