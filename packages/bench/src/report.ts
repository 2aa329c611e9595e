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
