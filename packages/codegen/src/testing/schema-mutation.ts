import fc from "fast-check";
import type { JsonSchema } from "../json-schema.js";
import { arbitrarySchema } from "./arbitrary-schema.js";
import {
  addBranch,
  addValue,
  dropBranch,
  dropField,
  dropKeyword,
  dropValue,
  type Edit,
  editAt,
  moveBound,
  setField,
  takeKeyword,
  toggleRequired,
  wrap,
} from "./schema-edits.js";
import { anyJson, NAMES, scalar } from "./vocabulary.js";

/** A reference leads nowhere in a schema without definitions, so new parts have none. */
const fresh = arbitrarySchema({ depth: 1, combinators: false });

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.nat(), fc.constantFrom(-2, -1, -0.5, 0.5, 1, 2)).map(([pick, by]) => moveBound(pick, by)),
  fc.nat().map(dropKeyword),
  fc.tuple(fc.nat(), fresh).map(([pick, other]) => takeKeyword(pick, other)),
  fc.nat().map(dropValue),
  fc.oneof(scalar, anyJson).map(addValue),
  fc.constantFrom(...NAMES).map(toggleRequired),
  fc.tuple(fc.constantFrom(...NAMES), fresh).map(([name, field]) => setField(name, field)),
  fc.constantFrom(...NAMES).map(dropField),
  fc
    .tuple(fc.constantFrom("anyOf", "oneOf", "allOf"), fresh)
    .map(([keyword, other]) => addBranch(keyword, other)),
  fc.constantFrom("anyOf", "oneOf", "allOf").map(wrap),
  fc.nat().map(dropBranch),
  fresh.map((other) => () => other),
);

/** The schema with one to three random edits at random places: what a change of a schema file may look like. */
export function mutationOf(schema: JsonSchema): fc.Arbitrary<JsonSchema> {
  return fc
    .array(fc.tuple(fc.nat(), edit), { minLength: 1, maxLength: 3 })
    .map((edits) => edits.reduce((edited, [pick, change]) => editAt(edited, pick, change), schema));
}
