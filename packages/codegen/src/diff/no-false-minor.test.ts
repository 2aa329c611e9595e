import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import type { JsonSchema } from "../json-schema.js";
import { accepts } from "../testing/accepts.js";
import { candidateOf } from "../testing/arbitrary-instance.js";
import { arbitraryInputSchema, type SchemaOptions } from "../testing/arbitrary-schema.js";
import { mutationOf } from "../testing/schema-mutation.js";
import { hasBreaking } from "./change.js";
import { diffInputSchemas } from "./diff-schemas.js";

// Hundreds of schemas are compiled by each test; on a busy machine that takes a while.
vi.setConfig({ testTimeout: 120_000 });

type Diff = typeof diffInputSchemas;

interface Case {
  before: JsonSchema;
  after: JsonSchema;
  /** Likely inputs of the schema that is in question. */
  inputs: unknown[];
}

const REFUSED = "refused without a breaking change";
const ADDED = "accepted without a change that adds";
const SETTINGS = { seed: 20_261, numRuns: 600 };
const PLAIN: SchemaOptions = { combinators: false };
const INPUTS = 20;

interface CaseOptions extends SchemaOptions {
  /** Which of the pairs to try. @default all */
  only?: (before: JsonSchema, after: JsonSchema) => boolean;
}

/** A schema and what became of it: mostly a few edits, now and then another schema altogether. */
function casesOf(which: "before" | "after", options: CaseOptions): fc.Arbitrary<Case> {
  return arbitraryInputSchema(options)
    .chain((before) => {
      const edited = { arbitrary: mutationOf(before), weight: 7 };
      const other = { arbitrary: arbitraryInputSchema(PLAIN), weight: 1 };
      return fc.record({ before: fc.constant(before), after: fc.oneof(edited, other) });
    })
    .filter(({ before, after }) => options.only?.(before, after) ?? true)
    .chain((pair) =>
      fc
        .array(candidateOf(pair[which]), { minLength: INPUTS, maxLength: INPUTS })
        .map((inputs) => ({ ...pair, inputs })),
    );
}

/** Whatever the old schema accepted and the new one refuses must have been called breaking. */
function noFalseMinor(diff: Diff, options: CaseOptions = {}): fc.IProperty<[Case]> {
  return fc.property(casesOf("before", options), ({ before, after, inputs }) => {
    if (hasBreaking(diff(before, after))) return;
    const [was, is] = [accepts(before), accepts(after)];
    const refused = inputs.find((input) => was(input) && !is(input));
    if (refused !== undefined) throw new Error(`${REFUSED}: ${JSON.stringify(refused)}`);
  });
}

/** Whatever the new schema accepts and the old one refused must have been called more than documentation. */
function noFalsePatch(diff: Diff, options: SchemaOptions = {}): fc.IProperty<[Case]> {
  return fc.property(casesOf("after", options), ({ before, after, inputs }) => {
    if (diff(before, after).some(({ level }) => level !== "documentation")) return;
    const [was, is] = [accepts(before), accepts(after)];
    const added = inputs.find((input) => is(input) && !was(input));
    if (added !== undefined) throw new Error(`${ADDED}: ${JSON.stringify(added)}`);
  });
}

describe.each([
  ["plain schemas", PLAIN],
  ["schemas with combinators and references", {}],
])("of %s, the level of a change", (_, options) => {
  test("is breaking where an input is refused that was accepted", () => {
    fc.assert(noFalseMinor(diffInputSchemas, options), SETTINGS);
  });

  test("is more than documentation where an input is accepted that was refused", () => {
    fc.assert(noFalsePatch(diffInputSchemas, options), SETTINGS);
  });

  test("is none where nothing changed", () => {
    const unchanged = fc.property(arbitraryInputSchema(options), (schema) => {
      expect(diffInputSchemas(schema, structuredClone(schema))).toEqual([]);
    });
    fc.assert(unchanged, SETTINGS);
  });
});

describe("the property can fail: it catches a diff that does not see", () => {
  /** The rules as they are, but for changes at some pointers. */
  function expectCaught(isUnseen: (pointer: string) => boolean, options: CaseOptions): void {
    const blind: Diff = (before, after) =>
      diffInputSchemas(before, after).filter(({ pointer }) => !isUnseen(pointer));
    // Pairs for which it matters that the diff is blind, as the others take time and show nothing.
    const only = (before: JsonSchema, after: JsonSchema) =>
      hasBreaking(diffInputSchemas(before, after)) && !hasBreaking(blind(before, after));
    const property = noFalseMinor(blind, { ...options, only });
    const run = fc.check(property, { ...SETTINGS, numRuns: 1_000, endOnFailure: true });
    expect(String(run.errorInstance)).toContain(REFUSED);
  }

  test.each([
    "type",
    "enum",
    "const",
    "minLength",
    "maxLength",
    "pattern",
    "format",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "required",
    "additionalProperties",
    "minProperties",
    "maxProperties",
    "minItems",
    "maxItems",
    "uniqueItems",
  ])("%s", (keyword) => {
    expectCaught((pointer) => pointer.endsWith(`/${keyword}`), PLAIN);
  });

  test.each(["properties", "items", "allOf", "anyOf", "oneOf", "not"])("what is in %s", (keyword) => {
    expectCaught((pointer) => pointer.includes(`/${keyword}`), {});
  });
});
