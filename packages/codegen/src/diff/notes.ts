import { documentation, type SchemaChange } from "./change.js";
import type { Rule } from "./pair.js";
import { below } from "./pointer.js";
import { equal, shown } from "./values.js";

const FOR_PEOPLE = new Set([
  "title",
  "description",
  "examples",
  "$comment",
  "deprecated",
  "readOnly",
  "writeOnly",
  "contentEncoding",
  "contentMediaType",
]);

/** Whether a keyword refuses nothing: it is for people and tools. */
export function isNote(keyword: string): boolean {
  if (keyword.startsWith("x-")) return keyword !== "x-file-rules";
  return FOR_PEOPLE.has(keyword) || keyword === "default";
}

/** Keywords that refuse nothing. Two of them say what the service does, and their sentence says so. */
export const compareNotes: Rule = ({ before, after, pointer }) => {
  const changes: SchemaChange[] = [];
  for (const keyword of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [before[keyword], after[keyword]];
    if (!isNote(keyword) || equal(was, is)) continue;
    changes.push(documentation(below(pointer, keyword), sentence(keyword, was, is)));
  }
  return changes;
};

function sentence(keyword: string, was: unknown, is: unknown): string {
  if (keyword === "default") {
    return `what the service does without the field changed: the default was ${shown(was)} and is ${shown(is)}`;
  }
  if (keyword === "x-derived-from") {
    return `what the service does without the field changed: it was derived by ${shown(was)} and is by ${shown(is)}`;
  }
  if (was === undefined) return `${keyword} was added`;
  if (is === undefined) return `${keyword} was removed`;
  return `${keyword} was changed`;
}
