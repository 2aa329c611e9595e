import type { JsonSchema } from "../json-schema.js";
import { expand } from "./expand.js";
import { finiteValues, possibleTypes } from "./possible.js";
import { includes, own } from "./values.js";

/** Whether it is proven that no value fits two of the schemas. */
export function areDisjoint(branches: readonly unknown[], root: JsonSchema): boolean {
  const schemas = branches.map((branch) => expand(branch, root)?.schema);
  return schemas.every((one, index) =>
    schemas.slice(index + 1).every((other) => one && other && isDisjoint(one, other, root)),
  );
}

function isDisjoint(one: JsonSchema, other: JsonSchema, root: JsonSchema): boolean {
  return noCommonType(one, other) || noCommonValue(one, other) || toldApart(one, other, root);
}

function noCommonType(one: JsonSchema, other: JsonSchema): boolean {
  const [types, others] = [one, other].map((schema) =>
    possibleTypes(schema)?.map((type) => (type === "integer" ? "number" : type)),
  );
  return types?.some((type) => others?.includes(type) ?? true) === false;
}

function noCommonValue(one: JsonSchema, other: JsonSchema): boolean {
  const [values, others] = [finiteValues(one), finiteValues(other)];
  return values?.some((value) => !others || includes(others, value)) === false;
}

/** Whether both are objects that require a field in which they have no value in common. */
function toldApart(one: JsonSchema, other: JsonSchema, root: JsonSchema): boolean {
  if (![one, other].every((schema) => possibleTypes(schema)?.every((type) => type === "object")))
    return false;
  return (one.required ?? []).some((name) => {
    if (!other.required?.includes(name)) return false;
    const [field, same] = [one, other].map((schema) => expand(own(schema.properties, name), root)?.schema);
    return field !== undefined && same !== undefined && noCommonValue(field, same);
  });
}
