/** Lines of at most `width` characters, each indented. A word that is longer stands alone. */
export function wrap(text: string, width: number, indent: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line && indent + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  if (line) lines.push(line);
  return lines.map((content) => " ".repeat(indent) + content);
}

/** Below this, two columns are no help to anybody. */
const NARROW = 60;
const WIDEST_TERM = 30;

/** Terms with what they mean, in two columns; one under the other where the terminal is narrow or a term is long. */
export function definitions(
  rows: readonly (readonly [term: string, meaning: string])[],
  width: number,
): string[] {
  const fitting = rows.map(([term]) => term.length).filter((length) => length <= WIDEST_TERM);
  const column = Math.max(0, ...fitting) + 4;
  return rows.flatMap(([term, meaning]) => {
    if (width < NARROW) return [`  ${term}`, ...wrap(meaning, width, 6)];
    const [first = "", ...more] = wrap(meaning, width, column);
    if (term.length > WIDEST_TERM) return [`  ${term}`, first, ...more];
    return [`  ${term.padEnd(column - 2)}${first.trimStart()}`.trimEnd(), ...more];
  });
}

/** How wide a page of help is: as the terminal, but no wider than is read well. */
export function pageWidth(): number {
  return Math.min(process.stdout.columns || 100, 100);
}
