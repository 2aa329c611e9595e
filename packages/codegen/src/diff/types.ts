import { addition, breaking } from "./change.js";
import type { Rule } from "./pair.js";
import { below } from "./pointer.js";
import { namedTypes, possibleTypes } from "./possible.js";
import { listed } from "./values.js";

/** `type`, and `nullable`, which not every validator knows. */
export const compareTypes: Rule = ({ before, after, pointer }) => [
  ...compareType(before, after, below(pointer, "type")),
  ...compareNullable(before, after, below(pointer, "nullable")),
];

const compareType = (before: Schema, after: Schema, pointer: string): ReturnType<Rule> => {
  const [was, is] = [namedTypes(before), namedTypes(after)];
  const [could, can] = [possibleTypes(before), possibleTypes(after)];
  if (is && !isWithin(was, is) && !isWithin(could, is)) {
    return [breaking(pointer, `the type was ${name(was)} and is ${name(is)}`)];
  }
  if (isWithin(can, could)) return [];
  return [addition(pointer, `the type was ${name(was)} and is ${name(is)}, which accepts more`)];
};

const compareNullable = (before: Schema, after: Schema, pointer: string): ReturnType<Rule> => {
  const [was, is] = [before.nullable === true, after.nullable === true];
  if (was === is) return [];
  return [is ? addition(pointer, "null is accepted") : breaking(pointer, "null is no longer accepted")];
};

type Schema = Parameters<Rule>[0]["before"];

/** Whether every value of the types `inner` has one of the types `outer`; absent means any type. */
function isWithin(inner: readonly string[] | undefined, outer: readonly string[] | undefined): boolean {
  if (outer === undefined) return true;
  return (
    inner?.every((type) => outer.includes(type) || (type === "integer" && outer.includes("number"))) ?? false
  );
}

function name(types: readonly string[] | undefined): string {
  return types === undefined ? "any" : listed(types);
}
