/** The words of a command line as bash gives it, up to the cursor: quotes and backslashes are read as a shell does. */
export function splitLine(line: string): string[] {
  const words: string[] = [""];
  let quote = "";
  for (let index = 0; index < line.length; index++) {
    const letter = line[index] ?? "";
    const last = words.length - 1;
    if (quote) {
      if (letter === quote) quote = "";
      else if (letter === "\\" && quote === '"') words[last] += line[++index] ?? "";
      else words[last] += letter;
    } else if (letter === "'" || letter === '"') quote = letter;
    else if (letter === "\\") words[last] += line[++index] ?? "";
    else if (/\s/.test(letter)) {
      if (words[last] !== "") words.push("");
    } else words[last] += letter;
  }
  return words;
}

/**
 * A word without what bash has before the cursor already: bash ends words at `:` and `=`, and replaces only what comes after the last
 * of them.
 */
export function afterBreak(word: string, current: string, breaks: string): string {
  const at = Math.max(
    -1,
    ...[":", "="].filter((mark) => breaks.includes(mark)).map((mark) => current.lastIndexOf(mark)),
  );
  return word.slice(at + 1);
}
