import type { Options } from "./flags.js";
import { shown } from "./json.js";
import type { Plan } from "./plan.js";
import type { Problem } from "./problem.js";

/** What a run tells: what changes, what to look at, and last the numbers. */
export function report(plan: Plan, options: Options, incomplete: string | undefined): string[] {
  const { changes, gone, unchanged, problems } = plan;
  const added = changes.filter(({ fields }) => fields === undefined);
  const changed = changes.filter(({ fields }) => fields !== undefined);
  const numbers = [
    `${added.length} added`,
    `${changed.length} changed`,
    `${unchanged} unchanged`,
    `${gone.length} ${options.prune ? "pruned" : "gone"}`,
    ...(problems.length > 0 ? [`${new Set(problems.map(({ where }) => where)).size} skipped`] : []),
  ];
  return [
    ...(options.verbose ? plan.notes.map((note) => `note: ${note}`) : []),
    ...plan.notices.map((notice) => `look: ${notice}`),
    ...(incomplete ? [`look: ${incomplete}; what is missing here may not be gone`] : []),
    ...added.map(({ id }) => `  added    ${id}`),
    ...changed.map(({ id, fields }) => `  changed  ${id}: ${fields?.join(", ")}`),
    ...gone.map((id) => `  ${options.prune ? "pruned " : "gone   "}  ${id}`),
    ...problems.map((problem) => `  skipped  ${say(problem)}`),
    `sync-catalog: ${numbers.join(", ")}${options.dryRun ? " (dry run: nothing is written)" : ""}`,
    ...(gone.length > 0 && !options.prune ? ["--prune deletes what is gone."] : []),
    ...(changes.length > 0 && !options.dryRun ? ["Run `pnpm codegen` to bring the packages up to it."] : []),
  ].map(shown);
}

/** What a run tells that writes nothing, since not everything can be written. */
export function reportProblems(problems: readonly Problem[]): string[] {
  return [
    "sync-catalog: nothing is written, since these entries cannot be used:",
    ...problems.map((problem) => `  ${say(problem)}`),
    "--skip-broken writes the others.",
  ].map(shown);
}

function say({ where, pointer, reason }: Problem): string {
  return `${where}${pointer && `#${pointer}`}: ${reason}`;
}
