import { addition, breaking, type SchemaChange } from "./change.js";
import type { Rule } from "./pair.js";
import { below } from "./pointer.js";
import { finiteValues } from "./possible.js";
import { includes, listed } from "./values.js";

/** `enum` and `const`, which together are one list of values. */
export const compareEnums: Rule = ({ before, after, pointer }) => {
  const [was, is] = [finiteValues(before), finiteValues(after)];
  const at = below(pointer, keyword(after) ?? keyword(before) ?? "enum");
  if (is === undefined) {
    return was ? [addition(at, `accepts more than the values ${listed(was)}, the only ones before`)] : [];
  }
  if (was === undefined) return [breaking(at, `accepts only the values ${listed(is)}, and was open before`)];
  const changes: SchemaChange[] = [];
  const removed = was.filter((value) => !includes(is, value));
  const added = is.filter((value) => !includes(was, value));
  if (removed.length > 0) changes.push(breaking(at, `no longer accepts ${listed(removed)}`));
  if (added.length > 0) changes.push(addition(at, `also accepts ${listed(added)}`));
  return changes;
};

function keyword(schema: Parameters<Rule>[0]["before"]): string | undefined {
  return ["enum", "const"].find((name) => Object.hasOwn(schema, name));
}
