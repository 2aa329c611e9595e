/** One line of the report: what was measured, what came out, and what is asked for. */
export interface Row {
  readonly what: string;
  readonly figure: string;
  readonly goal: string;
}

export function printRows(title: string, rows: readonly Row[]): void {
  const width = Math.max(...rows.map(({ what }) => what.length));
  console.log(`\n${title}`);
  for (const { what, figure, goal } of rows)
    console.log(`  ${what.padEnd(width)}  ${figure.padStart(9)}  (goal: ${goal})`);
}

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
export const times = (ratio: number): string => `${ratio.toFixed(2)} ×`;
export const bytes = (count: number): string => `${count.toLocaleString("en-US")} B`;
export const milliseconds = (ms: number): string => `${ms.toFixed(1)} ms`;
export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** A line of a table with several figures; a goal only where this project has one to meet. */
export interface TableRow {
  readonly what: string;
  readonly figures: readonly string[];
  readonly goal?: string;
}

/** Figures side by side, each column as wide as it has to be. */
export function printTable(title: string, columns: readonly string[], rows: readonly TableRow[]): void {
  const first = Math.max(...rows.map(({ what }) => what.length));
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...rows.map(({ figures }) => figures[index]?.length ?? 0)),
  );
  const align = (cells: readonly string[]) =>
    widths.map((width, index) => (cells[index] ?? "").padStart(width)).join("  ");
  console.log(`\n${title}`);
  console.log(`  ${"".padEnd(first)}  ${align(columns)}`);
  for (const { what, figures, goal } of rows)
    console.log(`  ${what.padEnd(first)}  ${align(figures)}${goal ? `  (goal: ${goal})` : ""}`);
}
