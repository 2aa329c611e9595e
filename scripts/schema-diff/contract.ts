import { isDeepStrictEqual } from "node:util";
import { parse } from "yaml";
import type { Files } from "./git.js";

export const CONTRACT = "schemas/openapi.yaml";

/** Whether the contract says something else; comments and layout of its file say nothing. */
export function contractChanged(before: Files, after: Files): boolean {
  return !isDeepStrictEqual(read(before), read(after));
}

function read(files: Files): unknown {
  const text = files.get(CONTRACT);
  if (text === undefined) return undefined;
  try {
    return parse(text);
  } catch {
    // What cannot be read is compared as it stands; codegen says what is wrong with it.
    return text;
  }
}
