/** What stands in the strings of a workflow for the values of a request: `{{prompt}}`, `{{images.0}}`, `{{seed|random}}`. */

/** A value that can stand in the input of a node. A list would be read as a link to another node. */
export type Scalar = string | number | boolean | null;

/** What stands in for a value that the request does not have. */
export type Fallback =
  | { readonly kind: "value"; readonly value: Scalar }
  /** A whole number, chosen anew for each run, and the same one at every place of the name. */
  | { readonly kind: "random" }
  /** The node is left out of the workflow, with the links that lead to it. */
  | { readonly kind: "omit" };

export interface Placeholder {
  /** As it is written, e.g. `{{seed|42}}`. */
  readonly text: string;
  /** What is before the bar, e.g. `images.0`. */
  readonly name: string;
  /** The name at its dots, e.g. `["images", "0"]`. */
  readonly path: readonly [string, ...string[]];
  readonly fallback?: Fallback;
}

/** A string at its placeholders. */
export type Template = readonly (string | Placeholder)[];

const PLACEHOLDER = /\{\{\s*([A-Za-z_]\w*(?:\.\w+)*)\s*(?:\|(.*?))?\}\}/gs;

/** Throws a {@link PlaceholderError} for braces that are no placeholder. */
export function parseTemplate(text: string): Template {
  const parts: (string | Placeholder)[] = [];
  let end = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    parts.push(plain(text.slice(end, match.index)));
    parts.push(placeholderOf(match[0], match[1] as string, match[2]));
    end = match.index + match[0].length;
  }
  parts.push(plain(text.slice(end)));
  const template = parts.filter((part) => part !== "");
  const omitting = template.find((part) => typeof part !== "string" && part.fallback?.kind === "omit");
  if (omitting && template.length > 1)
    throw new PlaceholderError(`${(omitting as Placeholder).text} must be all of its string`);
  return template;
}

/** What is wrong with a placeholder. */
export class PlaceholderError extends Error {
  override readonly name = "PlaceholderError";
}

function plain(text: string): string {
  const at = text.indexOf("{{");
  if (at < 0) return text;
  throw new PlaceholderError(
    `${JSON.stringify(text.slice(at, at + 40))} is not a placeholder such as {{prompt}}, {{images.0}} or {{seed|42}}`,
  );
}

function placeholderOf(text: string, name: string, fallback: string | undefined): Placeholder {
  const path = name.split(".") as [string, ...string[]];
  return { text, name, path, ...(fallback !== undefined && { fallback: fallbackOf(text, fallback.trim()) }) };
}

function fallbackOf(text: string, fallback: string): Fallback {
  if (fallback === "random" || fallback === "omit") return { kind: fallback };
  let value: unknown;
  try {
    value = JSON.parse(fallback);
  } catch {
    throw new PlaceholderError(
      `what follows the bar of ${text} must be JSON, such as 42 or "a text", or the word random or omit`,
    );
  }
  if (!isScalar(value))
    throw new PlaceholderError(
      `what follows the bar of ${text} must be a text, a number, true, false or null`,
    );
  return { kind: "value", value };
}

export function isScalar(value: unknown): value is Scalar {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}
