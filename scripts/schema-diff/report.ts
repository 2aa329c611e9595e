import type { ModelDiff } from "./rules.js";

type Change = ModelDiff["changes"][number];

const SEVERITY: readonly Change["level"][] = ["breaking", "addition", "documentation"];

/** What breaks first, and otherwise as it was found. */
export function bySeverity(changes: readonly Change[]): Change[] {
  return [...changes].sort((one, other) => SEVERITY.indexOf(one.level) - SEVERITY.indexOf(other.level));
}

/** The changes as a table for the terminal: model, level, pointer, what. */
export function table(diffs: readonly ModelDiff[]): string {
  const rows = diffs.flatMap(({ model_id, changes }) =>
    bySeverity(changes).map(({ level, pointer, what }) => [model_id, level, pointer || "(the model)", what]),
  );
  const all = [["model", "level", "where", "what"], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** How many changes there are of each level, in words. */
export function tally(diffs: readonly ModelDiff[]): string {
  const levels = diffs.flatMap(({ changes }) => changes.map(({ level }) => level));
  return SEVERITY.map((level) => `${levels.filter((one) => one === level).length} ${level}`).join(", ");
}
