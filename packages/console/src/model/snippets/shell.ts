/** A text as one word of a POSIX shell, whatever it holds: between single quotes nothing has a meaning but the single quote. */
export const shellWord = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
