import { type Context, fail, isObject } from "./context.js";

/** The schema that a `$ref` leads to, with the context to read it in. Only references inside the file are followed. */
export function resolveReference(
  reference: unknown,
  pointer: string,
  context: Context,
): { target: unknown; context: Context } {
  if (typeof reference !== "string" || !reference.startsWith("#")) {
    fail(
      context,
      `${pointer}/$ref`,
      `${JSON.stringify(reference)} leaves the schema; put what it refers to into the same file`,
    );
  }
  if (context.resolving.includes(reference)) {
    fail(
      context,
      `${pointer}/$ref`,
      `"${reference}" leads back to itself (${[...context.resolving, reference].join(" → ")})`,
    );
  }
  let target: unknown = context.root;
  for (const part of reference.slice(1).split("/").slice(1)) {
    const key = decode(part).replaceAll("~1", "/").replaceAll("~0", "~");
    const isThere = (isObject(target) || Array.isArray(target)) && Object.hasOwn(target, key);
    if (!isThere) fail(context, `${pointer}/$ref`, `"${reference}" leads nowhere`);
    target = (target as Record<string, unknown>)[key];
  }
  return { target, context: { ...context, resolving: [...context.resolving, reference] } };
}

/** A pointer in a URI is percent-encoded; what is no encoding stands for itself. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
