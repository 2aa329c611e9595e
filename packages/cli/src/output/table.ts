/** Below this, a column is no longer cut to fit the terminal: it would say nothing. */
const NARROWEST = 4;

/**
 * Rows under a heading, in columns, for a person. Where `width` is given, the last column is cut so that no line is longer: a line
 * that the terminal breaks is no row any more.
 */
export function table(
  heading: readonly string[],
  rows: readonly (readonly string[])[],
  width: number = Number.POSITIVE_INFINITY,
): string {
  const all = [heading, ...rows];
  const widths = heading.map((_, column) => Math.max(...all.map((row) => (row[column] ?? "").length)));
  const before = widths.slice(0, -1).reduce((sum, columnWidth) => sum + columnWidth + 2, 0);
  const room = Math.max(NARROWEST, width - before);
  return all
    .map((row) =>
      row
        .map((cell, column) =>
          column === heading.length - 1 ? cut(cell, room) : cell.padEnd(widths[column] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** The text, or as much of it as fits, with a mark where it was cut. */
export function cut(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text;
}
