import { choicesOf, nearest, typeOf } from "@model-api/models";
import type { Binding } from "./binding.js";
import { isChoice, type MappedValue } from "./mapping.js";
import type { Report } from "./read-mapping.js";

/** Holds the choices of a mapped value against the input fields that they are made by. */
export function checkValue(value: MappedValue, where: string, binding: Binding, report: Report): void {
  if (typeof value !== "object" || value === null) return;
  if (!isChoice(value)) {
    for (const [name, inner] of Object.entries(value)) checkValue(inner, `${where}.${name}`, binding, report);
    return;
  }
  const { from, map, default: otherwise } = value;
  const { properties: fields, required = [] } = binding.schema;
  const field = Object.hasOwn(fields, from) ? fields[from] : undefined;
  if (!field) {
    const near = nearest(String(from), Object.keys(fields));
    report(
      `${where}: ${binding.modelId} has no input field ${from}.${near ? ` Did you mean ${near}?` : ` There are: ${Object.keys(fields).join(", ")}.`}`,
    );
    return;
  }
  const possible =
    choicesOf(field)?.map(String) ?? (typeOf(field) === "boolean" ? ["true", "false"] : undefined);
  const keys = Object.keys(map ?? {});
  for (const key of possible ? keys.filter((key) => !possible.includes(key)) : []) {
    report(`${where}: ${from} is never ${JSON.stringify(key)}. It is one of: ${possible?.join(", ")}.`);
  }
  const missing = possible?.filter((key) => !keys.includes(key));
  const hasDefault = field.default !== undefined || (binding.sized && from === "aspect_ratio");
  const mayBeMissing = !required.includes(from) && !hasDefault;
  if (otherwise === undefined) {
    if (!missing) report(`${where}: ${from} may be anything, so a default is needed beside map`);
    else if (missing.length > 0)
      report(`${where}: map says nothing for ${missing.join(", ")}. Say it, or write a default beside map.`);
    else if (mayBeMissing)
      report(`${where}: callers may leave out ${from}, so a default is needed beside map`);
  }
  for (const [key, inner] of Object.entries(map ?? {}))
    checkValue(inner, `${where}, ${key}`, binding, report);
  if (otherwise !== undefined) checkValue(otherwise, `${where}, default`, binding, report);
}
