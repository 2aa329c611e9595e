/** Words that an engine may well repeat without having them from the input. */
const MIN_LENGTH = 8;

/**
 * An error of a run without what its caller wrote: engines quote prompts, and a log must not. Message and stack are made anew; the
 * error itself stays as it is.
 */
export function withoutInput(error: unknown, input: Readonly<Record<string, unknown>>): unknown {
  if (!(error instanceof Error)) return typeof error === "string" ? strip(error, textsOf(input)) : error;
  const texts = textsOf(input);
  const { stack } = error;
  const { code } = error as { code?: unknown };
  const copy = new Error(strip(error.message, texts));
  if (error.cause !== undefined) copy.cause = withoutInput(error.cause, input);
  return Object.assign(copy, {
    name: error.name,
    ...(stack && { stack: strip(stack, texts) }),
    ...(code !== undefined && { code }),
  });
}

function strip(text: string, texts: readonly string[]): string {
  return texts.reduce((left, part) => left.replaceAll(part, "[input]"), text);
}

/** All texts of an input, the longest first; of a text with lines or sentences each of them as well. */
function textsOf(value: unknown): string[] {
  const found = new Set<string>();
  const look = (node: unknown): void => {
    if (typeof node === "string") {
      for (const part of [node, ...node.split(/[\n.;,]/)]) {
        const text = part.trim();
        if (text.length >= MIN_LENGTH) found.add(text);
      }
    } else if (typeof node === "object" && node !== null) Object.values(node).forEach(look);
  };
  look(value);
  return [...found].sort((a, b) => b.length - a.length);
}
