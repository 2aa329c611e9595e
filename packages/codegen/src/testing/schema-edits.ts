import { includes, isRecord } from "../diff/values.js";
import type { JsonSchema } from "../json-schema.js";

/** Turns one schema into another. Where it finds nothing to edit, it leaves the schema as it is. */
export type Edit = (schema: JsonSchema) => JsonSchema;

type Values = readonly unknown[];

export function moveBound(pick: number, by: number): Edit {
  return (schema) => {
    const bounds = Object.entries(schema).filter(
      ([keyword, value]) => typeof value === "number" && keyword !== "const" && keyword !== "default",
    );
    const [keyword, value] = picked(bounds, pick) ?? [];
    if (keyword === undefined) return schema;
    const isCount = /^(?:min|max)(?:Length|Items|Properties)$/.test(keyword);
    const moved = (value as number) + (isCount ? Math.sign(by) : by);
    return {
      ...schema,
      [keyword]:
        isCount || keyword === "multipleOf" ? Math.max(keyword === "multipleOf" ? 1 : 0, moved) : moved,
    };
  };
}

export function dropKeyword(pick: number): Edit {
  return (schema) => {
    const keyword = picked(
      Object.keys(schema).filter((one) => one !== "definitions"),
      pick,
    );
    return keyword === undefined ? schema : without(schema, keyword);
  };
}

/** Takes one keyword over from another schema. */
export function takeKeyword(pick: number, other: JsonSchema): Edit {
  return (schema) => {
    const [keyword, value] = picked(Object.entries(other), pick) ?? [];
    return keyword === undefined ? schema : { ...schema, [keyword]: value };
  };
}

export function dropValue(pick: number): Edit {
  return (schema) => {
    const { enum: values = [] } = schema;
    if (values.length < 2) return schema;
    return { ...schema, enum: values.filter((_, index) => index !== pick % values.length) };
  };
}

export function addValue(value: unknown): Edit {
  return (schema) =>
    schema.enum && !includes(schema.enum, value) ? { ...schema, enum: [...schema.enum, value] } : schema;
}

export function toggleRequired(name: string): Edit {
  return (schema) => {
    const { required = [] } = schema;
    const others = required.filter((one) => one !== name);
    return { ...schema, required: others.length < required.length ? others : [...required, name] };
  };
}

export function setField(name: string, field: JsonSchema): Edit {
  return (schema) => ({ ...schema, properties: { ...schema.properties, [name]: field } });
}

export function dropField(name: string): Edit {
  return (schema) =>
    schema.properties ? { ...schema, properties: without(schema.properties, name) } : schema;
}

export function addBranch(keyword: string, branch: JsonSchema): Edit {
  return (schema) => ({ ...schema, [keyword]: [...((schema[keyword] as Values) ?? []), branch] });
}

export function dropBranch(pick: number): Edit {
  return (schema) => {
    const keyword = ["anyOf", "oneOf", "allOf"].find((one) => Array.isArray(schema[one]));
    const branches = keyword === undefined ? [] : (schema[keyword] as Values);
    if (keyword === undefined || branches.length < 2) return schema;
    return { ...schema, [keyword]: branches.filter((_, index) => index !== pick % branches.length) };
  };
}

/** Says the same through a combinator with one branch. */
export function wrap(keyword: string): Edit {
  return ({ definitions, ...schema }) => ({
    [keyword]: [schema],
    ...(definitions === undefined ? {} : { definitions }),
  });
}

/** Edits one of the schemas that stand in a schema, itself included. */
export function editAt(schema: JsonSchema, pick: number, edit: Edit): JsonSchema {
  const paths = pathsOf(schema, []);
  return replaceAt(schema, paths[pick % paths.length] ?? [], edit) as JsonSchema;
}

function replaceAt(value: unknown, [key, ...rest]: readonly (string | number)[], edit: Edit): unknown {
  if (key === undefined) return edit(value as JsonSchema);
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >;
  copy[key] = replaceAt(copy[key], rest, edit);
  return copy;
}

type Path = readonly (string | number)[];

function pathsOf(schema: unknown, path: Path): Path[] {
  if (!isRecord(schema)) return [];
  const one = ["items", "not", "additionalProperties"].map((key): Path => [key]);
  const named = ["properties", "definitions"].flatMap((key) =>
    Object.keys(schema[key] ?? {}).map((name): Path => [key, name]),
  );
  const listed = ["anyOf", "oneOf", "allOf"].flatMap((key) =>
    Object.keys(schema[key] ?? []).map((index): Path => [key, Number(index)]),
  );
  const inner = [...one, ...named, ...listed];
  return [path, ...inner.flatMap((below) => pathsOf(at(schema, below), [...path, ...below]))];
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key],
    value,
  );
}

function without<T extends object>(value: T, key: string): T {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)) as T;
}

function picked<T>(list: readonly T[], pick: number): T | undefined {
  return list[pick % list.length];
}
