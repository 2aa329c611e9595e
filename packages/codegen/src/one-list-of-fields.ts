import type { JsonSchema } from "./json-schema.js";

/**
 * The schema of an object with all the fields that it or what it combines describes, and nothing combined: what an interface can say of it.
 * Which of them go together, the validator knows. A field that several describe is of any of their types.
 */
export function withOneListOfFields(schema: JsonSchema): JsonSchema {
  const { allOf = [], anyOf = [], oneOf = [], ...own } = schema;
  const all = allOf.map(withOneListOfFields);
  const branches = [...all, ...[...anyOf, ...oneOf].map(withOneListOfFields)];
  if (branches.length === 0) return schema;
  const properties = { ...own.properties };
  for (const name of new Set(branches.flatMap((branch) => Object.keys(branch.properties ?? {})))) {
    if (own.properties && Object.hasOwn(own.properties, name)) continue;
    const said = branches.map((branch) => branch.properties?.[name]).filter((field) => field !== undefined);
    const [field, ...others] = new Map(said.map((each) => [JSON.stringify(each), each])).values();
    if (field) properties[name] = others.length === 0 ? field : { anyOf: [field, ...others] };
  }
  const required = [...new Set([...(own.required ?? []), ...all.flatMap((branch) => branch.required ?? [])])];
  const described = required.filter((name) => Object.hasOwn(properties, name));
  return { ...own, properties, ...(described.length > 0 && { required: described }) };
}
