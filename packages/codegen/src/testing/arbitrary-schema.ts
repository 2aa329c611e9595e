import fc from "fast-check";
import { equal } from "../diff/values.js";
import type { JsonSchema } from "../json-schema.js";
import {
  anyJson,
  count,
  FORMATS,
  NAMES,
  PATTERNS,
  scalar,
  smallInteger,
  smallNumber,
  TYPES,
  text,
} from "./vocabulary.js";

/** What {@link arbitrarySchema} may use. */
export interface SchemaOptions {
  /** How deep schemas stand in schemas. @default 2 */
  depth?: number;
  /** Whether `anyOf` and the like, and references to the root's definitions, occur. @default true */
  combinators?: boolean;
}

interface Inner {
  depth: number;
  combinators: boolean;
}

/** One in three: a schema with all of its keywords accepts nothing. */
function rarely<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ arbitrary: fc.constant(undefined), weight: 2 }, { arbitrary, weight: 1 });
}

/** The names under `definitions` of every {@link arbitraryInputSchema}. */
export const DEFINITIONS = ["size", "tree"] as const;

/** A schema of an object with some fields: what a model's input looks like, with everything that may stand in one. */
export function arbitraryInputSchema(options: SchemaOptions = {}): fc.Arbitrary<JsonSchema> {
  const inner: Inner = { depth: options.depth ?? 2, combinators: options.combinators ?? true };
  const root = objectSchema(inner).chain((schema) =>
    inner.combinators ? withCombinators(fc.constant(schema), inner) : fc.constant(schema),
  );
  if (!inner.combinators) return root;
  return fc
    .tuple(root, fieldSchema({ depth: 1, combinators: false }), fieldSchema({ depth: 1, combinators: false }))
    .map(([schema, size, leaf]) => ({ ...schema, definitions: { size, tree: treeOf(leaf) } }));
}

/** Any schema of the supported part: for one that stands alone, leave combinators out, as they hold references. */
export function arbitrarySchema(options: SchemaOptions = {}): fc.Arbitrary<JsonSchema> {
  return fieldSchema({ depth: options.depth ?? 2, combinators: options.combinators ?? true });
}

function fieldSchema(inner: Inner): fc.Arbitrary<JsonSchema> {
  const plain: fc.Arbitrary<JsonSchema>[] = [
    stringSchema,
    numberSchema,
    valuesSchema,
    scalarSchema,
    mixedSchema,
  ];
  if (inner.depth > 0) plain.push(arraySchema(inner), objectSchema(inner));
  const schema = withNotes(fc.oneof(...plain));
  if (!inner.combinators) return schema;
  const reference = fc
    .constantFrom(...DEFINITIONS)
    .map((name): JsonSchema => ({ $ref: `#/definitions/${name}` }));
  return fc.oneof(
    { arbitrary: schema, weight: 8 },
    { arbitrary: reference, weight: 1 },
    ...(inner.depth > 0 ? [{ arbitrary: withCombinators(schema, inner), weight: 3 }] : []),
  );
}

const stringSchema = record({
  type: fc.constant("string"),
  minLength: rarely(count),
  maxLength: rarely(count),
  pattern: rarely(fc.constantFrom(...PATTERNS)),
  format: rarely(fc.constantFrom(...FORMATS)),
});

const numberSchema = record({
  type: fc.constantFrom("integer", "number"),
  minimum: rarely(smallNumber),
  maximum: rarely(smallNumber),
  exclusiveMinimum: rarely(smallInteger),
  exclusiveMaximum: rarely(smallInteger),
  multipleOf: rarely(fc.constantFrom(1, 2, 3, 4, 6, 0.1, 0.5)),
});

const scalarSchema = record({ type: rarely(fc.constantFrom("boolean", "null")) });

const valuesSchema: fc.Arbitrary<JsonSchema> = fc.oneof(
  fc.uniqueArray(text, { minLength: 1, maxLength: 4 }).map((values) => ({ type: "string", enum: values })),
  fc
    .uniqueArray(smallInteger, { minLength: 1, maxLength: 4 })
    .map((values) => ({ type: "integer", enum: values })),
  fc
    .uniqueArray(fc.oneof(scalar, anyJson), { minLength: 1, maxLength: 4, comparator: equal })
    .map((values) => ({ enum: values })),
  anyJson.map((value) => ({ const: value })),
);

const mixedSchema: fc.Arbitrary<JsonSchema> = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...TYPES), { minLength: 1, maxLength: 3 }),
    stringSchema,
    numberSchema,
  )
  .map(([type, one, other]) => ({ ...one, ...other, type }));

function arraySchema(inner: Inner): fc.Arbitrary<JsonSchema> {
  return record({
    type: fc.constant("array"),
    items: fc.option(deeper(inner), { nil: undefined }),
    minItems: rarely(fc.integer({ min: 0, max: 2 })),
    maxItems: rarely(count),
    uniqueItems: rarely(fc.boolean()),
  });
}

function objectSchema(inner: Inner): fc.Arbitrary<JsonSchema> {
  const name = fc.constantFrom(...NAMES);
  return record({
    type: fc.constant("object"),
    properties: fc.option(fc.dictionary(name, deeper(inner), { maxKeys: 3, noNullPrototype: true }), {
      nil: undefined,
    }),
    required: rarely(fc.uniqueArray(name, { maxLength: 2 })),
    additionalProperties: rarely(fc.oneof(fc.boolean(), deeper(inner))),
    minProperties: rarely(fc.constantFrom(0, 1)),
    maxProperties: rarely(count),
  });
}

function withCombinators(schema: fc.Arbitrary<JsonSchema>, inner: Inner): fc.Arbitrary<JsonSchema> {
  const branches = fc.array(deeper(inner), { minLength: 1, maxLength: 3 });
  const combinator = fc.oneof(
    ...["anyOf", "oneOf", "allOf"].map((keyword) =>
      branches.map((list): JsonSchema => ({ [keyword]: list })),
    ),
    deeper(inner).map((branch): JsonSchema => ({ not: branch })),
    fc.constant({}),
  );
  return fc
    .tuple(fc.oneof(schema, fc.constant({})), combinator)
    .map(([one, other]) => ({ ...one, ...other }));
}

function withNotes(schema: fc.Arbitrary<JsonSchema>): fc.Arbitrary<JsonSchema> {
  const notes = record({ title: rarely(fc.constantFrom("One", "Two")), default: rarely(scalar) });
  return fc.tuple(schema, fc.oneof(fc.constant({}), notes)).map(([one, other]) => ({ ...one, ...other }));
}

function deeper(inner: Inner): fc.Arbitrary<JsonSchema> {
  return fieldSchema({ ...inner, depth: inner.depth - 1 });
}

/** A definition that refers to itself. */
function treeOf(leaf: JsonSchema): JsonSchema {
  return { type: "object", properties: { a: { $ref: "#/definitions/tree" }, b: leaf } };
}

function record(keywords: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<JsonSchema> {
  return fc
    .record(keywords, { noNullPrototype: true })
    .map((schema) => Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined)));
}
