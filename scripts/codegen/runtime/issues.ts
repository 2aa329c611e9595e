/** One problem of a value, in the shape of Standard Schema, with what a program needs to help further. */
export interface ValidationIssue {
  /** What is wrong, in words that follow the field's name, e.g. `must be one of …`. */
  readonly message: string;
  /** Keys and indices from the top of the value; empty for the value as a whole. */
  readonly path: readonly (string | number)[];
  /** The JSON Schema keyword that refused, or `unknownField`. */
  readonly keyword: string;
  /**
   * What the keyword says, for wording the problem in another language: `limit` of lengths, numbers of items and ranges, `type`,
   * `format`, `pattern`, `multipleOf`. Not where `allowed` says it.
   */
  readonly params?: Readonly<Record<string, unknown>>;
  /** The values that are allowed, where they can be listed. */
  readonly allowed?: readonly unknown[];
  /** What was given, where `allowed` is there. */
  readonly given?: unknown;
}

/** An error as Ajv's generated code leaves it. */
export interface AjvError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Record<string, unknown>;
}

/** Longest list of allowed values that a message spells out; `allowed` always holds all of them. */
const MAX_LISTED = 24;
/** Longest excerpt of a given value in a message, in characters: inputs can be data URIs of megabytes. */
const MAX_SHOWN = 60;

export function toIssue(error: AjvError, root: unknown): ValidationIssue {
  const path = toPath(error.instancePath, root);
  const given = path.reduce<unknown>((value, key) => (value as Record<string, unknown>)?.[key], root);
  const { keyword, params } = error;
  if (keyword === "required") {
    return { message: "is required", path: [...path, String(params.missingProperty)], keyword };
  }
  if (keyword === "enum" || keyword === "const") {
    const allowed = (keyword === "enum" ? params.allowedValues : [params.allowedValue]) as unknown[];
    return notAllowed(given, allowed, path, keyword);
  }
  return { message: describe(keyword, params, given), path, keyword, params };
}

function notAllowed(
  given: unknown,
  allowed: readonly unknown[],
  path: ValidationIssue["path"],
  keyword: string,
): ValidationIssue {
  const listed = allowed.slice(0, MAX_LISTED).map(String).join(", ");
  const more = allowed.length > MAX_LISTED ? `, … (${allowed.length} in all)` : "";
  return { message: `must be one of ${listed}${more}; got ${show(given)}`, path, keyword, allowed, given };
}

function describe(keyword: string, params: Record<string, unknown>, given: unknown): string {
  const { limit, comparison, type, format } = params;
  // minimum, maximum and their exclusive forms
  if (comparison) return `must be ${comparison} ${limit}; got ${show(given)}`;
  const [, side, unit] = /^(min|max)(Items|Length)$/.exec(keyword) ?? [];
  if (side) {
    const what = unit === "Length" ? "characters" : limit === 1 ? "item" : "items";
    return `must have at ${side === "min" ? "least" : "most"} ${limit} ${what}; got ${(given as string).length}`;
  }
  if (keyword === "not") return "is a combination that the model does not take; its fields say which";
  let wanted = `must fit the schema's rule "${keyword}"`;
  if (type) wanted = `must be ${article(String(type))}`;
  else if (format)
    wanted = `must be ${/_uri$/.test(String(format)) ? "an http(s) URL or a data URI" : `a valid ${format}`}`;
  return `${wanted}; got ${show(given)}`;
}

function article(type: string): string {
  return type
    .split(",")
    .map((name) => (/^[aeio]/.test(name) ? `an ${name}` : `a ${name}`))
    .join(" or ");
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}

/** A JSON pointer as keys; a segment that addresses an array becomes a number. */
function toPath(pointer: string, root: unknown): (string | number)[] {
  let value = root;
  return pointer
    .split("/")
    .slice(1)
    .map((segment) => {
      const name = segment.replace(/~1/g, "/").replace(/~0/g, "~");
      const key = Array.isArray(value) ? Number(name) : name;
      value = (value as Record<string, unknown>)?.[key];
      return key;
    });
}
