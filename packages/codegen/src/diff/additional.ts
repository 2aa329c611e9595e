import { addition, breaking } from "./change.js";
import { describesAlsoElsewhere } from "./known-fields.js";
import type { Rule } from "./pair.js";
import { below } from "./pointer.js";
import { canBe } from "./possible.js";
import { isRecord } from "./values.js";

/** `additionalProperties`: what holds of fields that an object does not list. */
export const compareAdditional: Rule = (pair) => {
  if (!canBe(pair.before, "object")) return [];
  const was: unknown = pair.before.additionalProperties ?? true;
  const is: unknown = pair.after.additionalProperties ?? true;
  const at = below(pair.pointer, "additionalProperties");
  if (isRecord(was) && isRecord(is)) {
    return pair.compare(was, is, at, { strict: pair.strict || describesAlsoElsewhere(pair.before) });
  }
  if (was === is) return [];
  if (is === true) return [addition(at, "fields that are not listed are accepted, whatever they hold")];
  if (was === false) return [addition(at, "fields that are not listed are accepted where they fit a schema")];
  if (is === false) return [breaking(at, "fields that are not listed are no longer accepted")];
  return [breaking(at, "fields that are not listed must fit a schema")];
};
