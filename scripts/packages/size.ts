/** Holds what an import costs against its budget, by size-limit; fails where one is larger, or brings along what it must not. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import bundled from "@size-limit/esbuild";
import measured from "@size-limit/file";
import sizeLimit from "size-limit";
import { BUDGETS, type Budget } from "./budgets.js";
import { ROOT } from "./workspace.js";

/** A check as size-limit's plugins see it. */
interface Check {
  readonly budget: Budget;
  readonly bundles: readonly string[];
  readonly [option: string]: unknown;
}

const found = new Map<Budget, string[]>();
const refuseWords = {
  name: "absent",
  async step61(_: unknown, { budget, bundles }: Check) {
    const code = bundles.map((file) => readFileSync(file, "utf8")).join("\n");
    found.set(
      budget,
      (budget.absent ?? []).filter((word) => code.includes(word)),
    );
  },
};

const checks = BUDGETS.map((budget) => ({
  budget,
  files: [join(ROOT, budget.path)],
  import: { [join(ROOT, budget.path)]: budget.import },
  ignore: [...(budget.ignore ?? [])],
  gzip: true,
  modifyEsbuildConfig: (config: object) => ({
    ...config,
    format: "esm",
    platform: "browser",
    target: "es2022",
    // Else this repository's own condition would lead to sources.
    tsconfigRaw: {},
  }),
}));
const sizes = (await sizeLimit([bundled, measured, refuseWords] as never, { checks })) as { size: number }[];

const column = Math.max(...BUDGETS.map(({ what }) => what.length));
for (const [index, budget] of BUDGETS.entries()) {
  const size = sizes[index]?.size ?? Number.NaN;
  const words = found.get(budget) ?? ["nothing was looked at"];
  const isKept = size <= budget.limit && words.length === 0;
  const figures = `${bytes(size).padStart(9)} of ${bytes(budget.limit).padStart(9)}`;
  console.log(`${isKept ? "✓" : "✗"} ${budget.what.padEnd(column)} ${figures}`);
  if (words.length > 0) console.error(`    holds ${words.map((word) => JSON.stringify(word)).join(", ")}`);
  if (!isKept) process.exitCode = 1;
}
if (process.exitCode) console.error("\nThe budgets are in scripts/packages/budgets.ts.");

function bytes(count: number): string {
  return `${count.toLocaleString("en-GB")} B`;
}
