import { type Context, fail, note } from "./context.js";

const COUNTS = ["minItems", "maxItems", "minLength", "maxLength"];
const NUMBERS = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];

/** Limits as numbers. A limit given as text is read; the boolean form of the exclusive limits (draft 4) is said anew. */
export function normaliseBounds(schema: Record<string, unknown>, pointer: string, context: Context): void {
  for (const [exclusive, inclusive] of [
    ["exclusiveMinimum", "minimum"],
    ["exclusiveMaximum", "maximum"],
  ] as const) {
    if (typeof schema[exclusive] !== "boolean") continue;
    note(context, `${pointer}/${exclusive}`, `is said as a number, as JSON Schema has it since draft 6`);
    const isExclusive = schema[exclusive];
    delete schema[exclusive];
    if (!isExclusive) continue;
    schema[exclusive] = schema[inclusive];
    delete schema[inclusive];
  }
  for (const keyword of [...COUNTS, ...NUMBERS]) {
    const given = schema[keyword];
    if (given === undefined) continue;
    const value = typeof given === "string" && given.trim() !== "" ? Number(given) : given;
    const isCount = COUNTS.includes(keyword);
    if (
      typeof value !== "number" ||
      !Number.isFinite(value) ||
      (isCount && (!Number.isInteger(value) || value < 0))
    ) {
      fail(
        context,
        `${pointer}/${keyword}`,
        `must be ${isCount ? "a count" : "a number"}; it is ${JSON.stringify(given)}`,
      );
    }
    if (value !== given)
      note(context, `${pointer}/${keyword}`, `${JSON.stringify(given)} is read as a number`);
    schema[keyword] = value;
  }
  for (const [low, high] of [
    ["minItems", "maxItems"],
    ["minLength", "maxLength"],
    ["minimum", "maximum"],
  ] as const) {
    if (Number(schema[low]) > Number(schema[high])) {
      fail(
        context,
        `${pointer}/${low}`,
        `is ${schema[low]}, above ${high}, which is ${schema[high]}: nothing would be accepted`,
      );
    }
  }
}
