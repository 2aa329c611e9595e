import fc from "fast-check";
import { expand } from "../diff/expand.js";
import { finiteValues, namedTypes } from "../diff/possible.js";
import { isRecord } from "../diff/values.js";
import type { JsonSchema } from "../json-schema.js";
import { accepts } from "./accepts.js";
import { numberOf, stringOf } from "./scalar-instance.js";
import { anyJson, NAMES, scalar, TYPES } from "./vocabulary.js";

const TRIES = 50;

/**
 * Values that fit the schema. Objects hold fields that the schema speaks of; one that lists no fields may hold any.
 * Throws on a schema for which no value is found, as `false` is and some that combine several others.
 */
export function instanceOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const fits = accepts(schema);
  return fc.array(candidateOf(schema), { minLength: TRIES, maxLength: TRIES }).map((candidates) => {
    const index = candidates.findIndex(fits);
    if (index < 0) throw new Error(`none of ${TRIES} candidates fits ${JSON.stringify(schema)}`);
    return candidates[index];
  });
}

/** Values that are likely to fit the schema, at its bounds more often than not. Never throws. */
export function candidateOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  return candidate(schema, { root: schema, depth: 4, free: true });
}

interface Place {
  root: JsonSchema;
  depth: number;
  /** Whether an object may hold fields that nothing speaks of. */
  free: boolean;
}

function candidate(value: unknown, place: Place): fc.Arbitrary<unknown> {
  const schema = expand(value, place.root)?.schema ?? {};
  const free = place.free && Object.keys(schema.properties ?? {}).length === 0;
  const inner: Place = { ...place, free, depth: place.depth - 1 };
  const parts = [fc.oneof({ arbitrary: plain(schema, inner), weight: 1 })];
  for (const branch of listOf(schema.allOf)) parts.push(candidate(branch, inner));
  for (const keyword of ["anyOf", "oneOf"]) {
    const branches = listOf(schema[keyword]).map((branch) => candidate(branch, inner));
    if (branches.length > 0) parts.push(fc.oneof(...branches));
  }
  // What is excluded is close to what a narrower exclusion lets through.
  if (schema.not !== undefined && place.depth > 0)
    parts.push(fc.oneof(plain(schema, inner), candidate(schema.not, inner)));
  return parts.length === 1
    ? (parts[0] ?? anyJson)
    : fc.tuple(fc.nat(), ...parts).map(([pick, ...all]) => merge(pick, all));
}

/** Several parts of one value: objects together, of anything else one. */
function merge(pick: number, parts: unknown[]): unknown {
  const order = [...parts.slice(pick % parts.length), ...parts.slice(0, pick % parts.length)];
  if (!isRecord(order[0])) return order[0];
  return Object.assign({}, ...order.filter(isRecord).reverse());
}

/** A value by the keywords of the schema itself. */
function plain(schema: JsonSchema, place: Place): fc.Arbitrary<unknown> {
  const values = finiteValues(schema);
  if (values && values.length > 0) return fc.constantFrom(...values);
  if (place.depth < 0) return scalar;
  return fc.constantFrom(...(namedTypes(schema) ?? TYPES)).chain((type) => ofType(type, schema, place));
}

function ofType(type: string, schema: JsonSchema, place: Place): fc.Arbitrary<unknown> {
  switch (type) {
    case "string":
      return stringOf(schema);
    case "integer":
    case "number":
      return numberOf(schema, type);
    case "boolean":
      return fc.boolean();
    case "array":
      return arrayOf(schema, place);
    case "object":
      return objectOf(schema, place);
    default:
      return fc.constant(null);
  }
}

function arrayOf(schema: JsonSchema, place: Place): fc.Arbitrary<unknown> {
  const minLength = Math.max(0, schema.minItems ?? 0);
  const maxLength = Math.max(minLength, Math.min(schema.maxItems ?? minLength + 2, minLength + 4));
  const item = schema.items === undefined ? anyJson : candidate(schema.items, { ...place, free: true });
  const list = (length: number) => fc.array(item, { minLength: length, maxLength: length });
  return fc.oneof(list(minLength), list(maxLength), fc.array(item, { minLength, maxLength }));
}

function objectOf(schema: JsonSchema, place: Place): fc.Arbitrary<unknown> {
  const inside = { ...place, free: true };
  const fields: Record<string, fc.Arbitrary<unknown>> = {};
  const others = schema.additionalProperties;
  const unlisted = isRecord(others) ? candidate(others, inside) : anyJson;
  if (isRecord(others) || (place.free && others !== false)) for (const name of NAMES) fields[name] = unlisted;
  for (const name of schema.required ?? []) fields[name] = unlisted;
  for (const [name, field] of Object.entries(schema.properties ?? {}))
    fields[name] = candidate(field, inside);
  return fc.record(fields, { requiredKeys: schema.required ?? [], noNullPrototype: true });
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
