import { type Context, fail, note } from "./context.js";
import { coerce } from "./types.js";

/** `enum` with values of the field's own type, each once. */
export function normaliseEnum(schema: Record<string, unknown>, pointer: string, context: Context): void {
  if (schema.enum === undefined) return;
  if (!Array.isArray(schema.enum) || schema.enum.length === 0) {
    fail(context, `${pointer}/enum`, "must be a list of at least one value");
  }
  const type = schema.type as string | string[] | undefined;
  const values = schema.enum.map((given, index) => {
    const value = coerce(given, type);
    if (value === undefined)
      fail(context, `${pointer}/enum/${index}`, `${JSON.stringify(given)} is not of type ${String(type)}`);
    if (value !== given)
      note(
        context,
        `${pointer}/enum/${index}`,
        `${JSON.stringify(given)} is read as ${JSON.stringify(value)}`,
      );
    return value;
  });
  const unique = values.filter((value, index) => values.findIndex((other) => same(other, value)) === index);
  if (unique.length < values.length) note(context, `${pointer}/enum`, "names a value twice; it is kept once");
  schema.enum = unique;
}

/**
 * A default is documentation, and only of what the service would accept: another one becomes `x-published-default`. On a required
 * field, which cannot be left out, it is an example.
 */
export function normaliseDefault(
  schema: Record<string, unknown>,
  isRequired: boolean,
  pointer: string,
  context: Context,
): void {
  if (schema.examples !== undefined && !Array.isArray(schema.examples)) schema.examples = [schema.examples];
  if (schema.default === undefined) return;
  const given = schema.default;
  const value = coerce(given, schema.type as string | string[] | undefined);
  const allowed = schema.enum as unknown[] | undefined;
  const isAllowed =
    value !== undefined && (allowed === undefined || allowed.some((other) => same(other, value)));
  if (isRequired) {
    delete schema.default;
    // An empty text says nothing, as an example or otherwise.
    if (given === "" || !isAllowed) schema["x-published-default"] ??= given;
    else
      schema.examples = [
        value,
        ...((schema.examples as unknown[] | undefined) ?? []).filter((other) => !same(other, value)),
      ];
    note(
      context,
      `${pointer}/default`,
      "belongs to a required field, so it is kept as an example, or as published",
    );
    return;
  }
  if (isAllowed) {
    if (value !== given)
      note(context, `${pointer}/default`, `${JSON.stringify(given)} is read as ${JSON.stringify(value)}`);
    schema.default = value;
    return;
  }
  delete schema.default;
  schema["x-published-default"] = given;
  note(
    context,
    `${pointer}/default`,
    `${JSON.stringify(given)} is not a value that the field accepts; kept as x-published-default`,
  );
}

export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
