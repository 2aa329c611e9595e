/** One event as a line for a person at a terminal. */
export function textLine(
  level: string,
  fields: Readonly<Record<string, unknown>>,
  message: string,
  at: Date,
): string {
  const { err, ...rest } = fields as { err?: { message?: string; stack?: string } };
  const facts = Object.entries(rest)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${shown(value)}`);
  const cause = err?.message ? `: ${err.message}` : "";
  const time = at.toISOString().slice(11, 23);
  const line = [time, level.toUpperCase().padEnd(5), `${message}${cause}`, ...facts].join(" ");
  const isOurs = level === "error" && err?.stack;
  return `${oneLine(line)}\n${isOurs ? `${err.stack?.replace(/^/gm, "  ")}\n` : ""}`;
}

function shown(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return /^[^\s"=]+$/.test(text) ? text : JSON.stringify(text);
}

/** What comes from outside must not look like another line, nor steer the terminal. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, " ");
}
