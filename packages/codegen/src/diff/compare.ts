import type { JsonSchema } from "../json-schema.js";
import { compareAdditional } from "./additional.js";
import { compareAllOf } from "./all-of.js";
import { compareAnyOf } from "./any-of.js";
import { compareArrays } from "./arrays.js";
import { compareBounds } from "./bounds.js";
import { breaking, type SchemaChange } from "./change.js";
import { compareEnums } from "./enums.js";
import { type Expanded, expand } from "./expand.js";
import { compareFileRules } from "./file-rules.js";
import { compareMultiples } from "./multiples.js";
import { compareNot } from "./negation.js";
import { compareNotes } from "./notes.js";
import { compareObjects } from "./objects.js";
import { compareOneOf } from "./one-of.js";
import { compareOpaque } from "./opaque.js";
import type { Inside, Pair, Rule } from "./pair.js";
import { compareFormat, comparePattern } from "./strings.js";
import { compareTypes } from "./types.js";

const RULES: readonly Rule[] = [
  compareTypes,
  compareEnums,
  compareBounds,
  compareMultiples,
  comparePattern,
  compareFormat,
  compareObjects,
  compareAdditional,
  compareArrays,
  compareAllOf,
  compareAnyOf,
  compareOneOf,
  compareNot,
  compareFileRules,
  compareOpaque,
  compareNotes,
];

/** Deeper than any schema goes that does not refer to itself in a circle. */
const DEEPEST = 64;

/** Where a comparison stands. */
interface Place {
  pointer: string;
  roots: Pair["roots"];
  strict: boolean;
  /** Whether the schemas have changed sides, as below `not`. */
  reversed: boolean;
  depth: number;
  /** Pairs of references under comparison: inside them they count as proven, as values get smaller on the way down. */
  open: ReadonlySet<string>;
}

/** All changes between two whole schemas, in the order of the rules. */
export function compareWhole(before: JsonSchema, after: JsonSchema): SchemaChange[] {
  return compareAt(before, after, {
    pointer: "",
    roots: { before, after },
    strict: false,
    reversed: false,
    depth: 0,
    open: new Set(),
  });
}

function compareAt(before: unknown, after: unknown, place: Place): SchemaChange[] {
  const { pointer, roots, depth } = place;
  const [was, is] = [expand(before, roots.before), expand(after, roots.after)];
  if (!was || !is) return [breaking(pointer, "stands where a schema should, and is none")];
  if (depth > DEEPEST) return [breaking(pointer, "goes too deep to be compared")];
  const key = keyOf(was, is, place);
  if (key !== undefined && place.open.has(key)) return [];
  const open = key === undefined ? place.open : new Set([...place.open, key]);
  const compare = (one: unknown, other: unknown, at: string, inside: Inside = {}): SchemaChange[] =>
    compareAt(one, other, {
      pointer: at,
      roots: inside.reversed ? { before: roots.after, after: roots.before } : roots,
      strict: inside.strict ?? place.strict,
      reversed: place.reversed !== (inside.reversed ?? false),
      depth: depth + 1,
      open,
    });
  const pair: Pair = { before: was.schema, after: is.schema, pointer, roots, strict: place.strict, compare };
  return RULES.flatMap((rule) => rule(pair));
}

function keyOf(before: Expanded, after: Expanded, { strict, reversed }: Place): string | undefined {
  if (before.reference === undefined || after.reference === undefined) return undefined;
  return JSON.stringify([before.reference, after.reference, strict, reversed]);
}
