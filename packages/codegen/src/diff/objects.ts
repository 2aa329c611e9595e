import { addition, breaking, hasBreaking, type SchemaChange } from "./change.js";
import { describesAlsoElsewhere, isKnown, mentions } from "./known-fields.js";
import type { Pair, Rule } from "./pair.js";
import { below } from "./pointer.js";
import { canBe } from "./possible.js";
import { own } from "./values.js";

/** `properties` and `required`. */
export const compareObjects: Rule = (pair) =>
  canBe(pair.before, "object") ? [...compareProperties(pair), ...compareRequired(pair)] : [];

function compareProperties(pair: Pair): SchemaChange[] {
  const [was, is] = [pair.before.properties ?? {}, pair.after.properties ?? {}];
  const changes: SchemaChange[] = [];
  for (const [name, field] of Object.entries(was)) {
    const at = below(pair.pointer, "properties", name);
    const now = own(is, name);
    if (now === undefined)
      changes.push(breaking(at, "the field was removed: typed callers no longer compile"));
    else changes.push(...pair.compare(field, now, at, { strict: isStrictInside(pair, name) }));
  }
  for (const name of Object.keys(is)) if (own(was, name) === undefined) changes.push(...added(pair, name));
  return changes;
}

/** What is inside a field is judged strictly where something else speaks of the field as well. */
function isStrictInside({ before, strict, roots }: Pair, name: string): boolean {
  if (strict || !describesAlsoElsewhere(before)) return strict;
  const {
    properties: _properties,
    required: _required,
    additionalProperties: _others,
    ...elsewhere
  } = before;
  return mentions(name, elsewhere, roots.before);
}

/** A field that the old schema did not list: what it accepted there is what it said of unlisted fields. */
function added(pair: Pair, name: string): SchemaChange[] {
  const { before, after, pointer, roots } = pair;
  const at = below(pointer, "properties", name);
  // One that becomes required is reported once, by `required`.
  const [was, is] = [before, after].map((schema) => schema.required?.includes(name) ?? false);
  const what = is ? "a required field is described" : "an optional field was added";
  const changes = is && !was ? [] : [addition(at, what)];
  if (before.patternProperties !== undefined)
    return [breaking(at, "a field was added that patterns may describe")];
  if (before.additionalProperties === false) return changes;
  const unlisted = typeof before.additionalProperties === "object" ? before.additionalProperties : undefined;
  if (!unlisted && !pair.strict && !isKnown(name, before, roots.before)) return changes;
  const narrowed = pair.compare(unlisted ?? {}, own(after.properties, name), at, { strict: true });
  if (!hasBreaking(narrowed)) return changes;
  return [breaking(at, "a field was added that accepts less than it did unlisted")];
}

function compareRequired({ before, after, pointer }: Pair): SchemaChange[] {
  const [was, is] = [before.required ?? [], after.required ?? []];
  const changes: SchemaChange[] = [];
  for (const name of is) {
    if (was.includes(name)) continue;
    const what = own(before.properties, name) ? "is required and was optional" : "a required field was added";
    changes.push(breaking(below(pointer, "required"), `${name}: ${what}`));
  }
  for (const name of was) {
    if (!is.includes(name))
      changes.push(addition(below(pointer, "required"), `${name}: is optional and was required`));
  }
  return changes;
}
