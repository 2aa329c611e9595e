/** The types of JSON Schema. */
export type FieldType = "string" | "integer" | "number" | "boolean" | "array" | "object" | "null";

/** The one type that a field has besides null; undefined where it may be of several, or of any, or where there is no field. */
export function typeOf(
  schema: { readonly type?: FieldType | readonly FieldType[] | undefined } | undefined,
): Exclude<FieldType, "null"> | undefined {
  const [type, ...others] = [schema?.type ?? []].flat().filter((each) => each !== "null");
  return others.length === 0 ? type : undefined;
}

/** The values that a field offers a choice of: texts and numbers, not null. Undefined where it offers none. */
export function choicesOf(
  schema: { readonly enum?: readonly unknown[] | undefined } | undefined,
): (string | number)[] | undefined {
  const values = schema?.enum?.filter((value) => typeof value === "string" || typeof value === "number");
  return values?.length ? values : undefined;
}
