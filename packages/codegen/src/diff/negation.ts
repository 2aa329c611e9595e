import { addition, breaking, documentation, hasBreaking } from "./change.js";
import type { Rule } from "./pair.js";
import { below } from "./pointer.js";

/** `not`: what is excluded may only shrink, so the two are compared the other way round. */
export const compareNot: Rule = ({ before, after, pointer, compare }) => {
  const [was, is] = [before.not, after.not];
  const at = below(pointer, "not");
  if (is === undefined) return was === undefined ? [] : [addition(at, "nothing is excluded any more")];
  if (was === undefined) return [breaking(at, "values are excluded that were accepted")];
  const changes = compare(is, was, at, { strict: true, reversed: true });
  if (hasBreaking(changes)) return [breaking(at, "other values are excluded than before")];
  if (changes.some(({ level }) => level === "addition")) return [addition(at, "fewer values are excluded")];
  return changes.length > 0 ? [documentation(at, "the words about what is excluded changed")] : [];
};
