import { addition, breaking, type SchemaChange } from "./change.js";
import { describesAlsoElsewhere } from "./known-fields.js";
import type { Pair, Rule } from "./pair.js";
import { below } from "./pointer.js";
import { canBe } from "./possible.js";

/** `items`, where it is one schema, and `uniqueItems`. */
export const compareArrays: Rule = (pair) =>
  canBe(pair.before, "array") ? [...compareItems(pair), ...compareUnique(pair)] : [];

function compareItems(pair: Pair): SchemaChange[] {
  const [was, is] = [pair.before.items, pair.after.items];
  if (was === undefined && is === undefined) return [];
  if (Array.isArray(was) || Array.isArray(is)) return [];
  const strict = pair.strict || was === undefined || describesAlsoElsewhere(pair.before);
  return pair.compare(was ?? {}, is ?? {}, below(pair.pointer, "items"), { strict });
}

function compareUnique({ before, after, pointer }: Pair): SchemaChange[] {
  const [was, is] = [before.uniqueItems === true, after.uniqueItems === true];
  if (was === is) return [];
  const at = below(pointer, "uniqueItems");
  return [is ? breaking(at, "equal items are no longer accepted") : addition(at, "equal items are accepted")];
}
