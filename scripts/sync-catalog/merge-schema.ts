import type { JsonSchema } from "@model-api/codegen";
import { isObject, isSame } from "./json.js";
import { inFileOrder, inOrder, SCHEMA_KEYS } from "./key-order.js";
import { titleOf } from "./words.js";

/** What people write into a model file and a catalog cannot know better. */
const WORDS = ["title", "description", "examples", "x-derived-from"] as const;
const LISTS = ["oneOf", "anyOf", "allOf"] as const;

/** Tells of something that a person should look at. */
export type Notice = (pointer: string, message: string) => void;

/** Where a schema stands: as a required field, or in an alternative or a rule, whose properties are not fields to be named. */
interface Place {
  readonly isRequired?: boolean;
  readonly isRule?: boolean;
}

/**
 * A published schema with the words of the file's: facts from the catalog, words from people, at every depth. Both have been
 * normalised.
 */
export function mergeSchema(
  published: JsonSchema,
  file: JsonSchema | undefined,
  notice: Notice,
  pointer: string,
  { isRequired = false, isRule = false }: Place = {},
): JsonSchema {
  const merged: JsonSchema = { ...published };
  if (file) {
    keepAside(merged, file, isRequired, notice, pointer);
    for (const word of WORDS) if (file[word] !== undefined) Object.assign(merged, { [word]: file[word] });
  }
  for (const keyword of ["items", "not", "additionalProperties"] as const) {
    const [inner, known] = [published[keyword], file?.[keyword]];
    if (!isObject(inner)) continue;
    const other = isObject(known) ? known : undefined;
    const place = { isRule: isRule || keyword === "not" };
    merged[keyword] = mergeSchema(inner, other, notice, `${pointer}/${keyword}`, place);
  }
  for (const keyword of LISTS) {
    const [list, known] = [published[keyword], file?.[keyword]];
    if (!list) continue;
    // Alternatives have no names: where their number changed, nobody can say which one is which.
    const others = known?.length === list.length ? known : [];
    merged[keyword] = list.map((item, index) =>
      mergeSchema(item, others[index], notice, `${pointer}/${keyword}/${index}`, { isRule: true }),
    );
  }
  if (published.properties) {
    merged.properties = mergeProperties(published, file, notice, `${pointer}/properties`, isRule);
  }
  if (published.required) merged.required = inFileOrder(published.required, file?.required ?? []);
  return inOrder(merged, file, SCHEMA_KEYS);
}

function mergeProperties(
  { properties = {}, required = [] }: JsonSchema,
  file: JsonSchema | undefined,
  notice: Notice,
  pointer: string,
  isRule: boolean,
): Record<string, JsonSchema> {
  const known = file?.properties ?? {};
  // Entries, so that a field named `__proto__` stays a field.
  return Object.fromEntries(
    inFileOrder(Object.keys(properties), Object.keys(known)).map((name) => {
      const other = Object.hasOwn(known, name) ? known[name] : undefined;
      const field = properties[name] ?? {};
      const isRequired = required.includes(name);
      const merged = mergeSchema(field, other, notice, `${pointer}/${name}`, { isRequired, isRule });
      if (isRule || merged.title !== undefined || titleOf(name) === "") return [name, merged];
      return [name, inOrder({ ...merged, title: titleOf(name) }, other, SCHEMA_KEYS)];
    }),
  );
}

/** A default that people moved aside, since the service does something else, is not put back by publishing it once more. */
function keepAside(
  merged: JsonSchema,
  file: JsonSchema,
  isRequired: boolean,
  notice: Notice,
  pointer: string,
): void {
  const aside = file["x-published-default"];
  // A derived field has no default, whatever is published.
  const isDerived = file["x-derived-from"] !== undefined && file.default === undefined;
  if (merged.default !== undefined) {
    if (!isDerived && (aside === undefined || !isSame(aside, merged.default))) return;
    if (!isSame(aside, merged.default)) {
      const [now, before] = [JSON.stringify(merged.default), JSON.stringify(aside) ?? "none"];
      notice(
        pointer,
        `the published default is ${now} now (before: ${before}); kept aside, as the field is derived`,
      );
    }
    merged["x-published-default"] = merged.default;
    delete merged.default;
    return;
  }
  // Of a required field, normalisation made the published default the first example.
  const [first, ...others] = merged.examples ?? [];
  if (!isRequired || aside === undefined || !isSame(first, aside)) return;
  merged["x-published-default"] = aside;
  if (others.length > 0) merged.examples = others;
  else delete merged.examples;
}
