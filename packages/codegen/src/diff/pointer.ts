import { isRecord } from "./values.js";

/** The pointer of `pointer`'s member, at any depth below it. */
export function below(pointer: string, ...tokens: (string | number)[]): string {
  return [pointer, ...tokens.map((token) => String(token).replace(/~/g, "~0").replace(/\//g, "~1"))].join(
    "/",
  );
}

/** What a local reference such as `#/definitions/size` names in `root`, or nothing where it leads nowhere. */
export function lookUp(root: unknown, reference: string): unknown {
  if (reference === "#") return root;
  if (!reference.startsWith("#/")) return undefined;
  let at: unknown = root;
  for (const token of tokensOf(reference)) {
    if (Array.isArray(at) && /^(?:0|[1-9][0-9]*)$/.test(token)) at = at[Number(token)];
    else if (isRecord(at) && Object.hasOwn(at, token)) at = at[token];
    else return undefined;
  }
  return at;
}

function tokensOf(reference: string): string[] {
  let path = reference.slice(2);
  try {
    path = decodeURIComponent(path);
  } catch {
    // Not percent-encoded, then: the path is what it says.
  }
  return path.split("/").map((token) => token.replace(/~1/g, "/").replace(/~0/g, "~"));
}
