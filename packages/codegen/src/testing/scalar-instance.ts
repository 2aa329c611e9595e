import fc from "fast-check";
import { isMedia, type JsonSchema } from "../json-schema.js";
import { smallNumber, text } from "./vocabulary.js";

/** Strings by the schema's keywords, as long as it allows and as short. */
export function stringOf(schema: JsonSchema): fc.Arbitrary<string> {
  const least = Math.max(0, schema.minLength ?? 0);
  const most = Math.max(least, schema.maxLength ?? least + 3);
  const letters = fc.constantFrom("a", "b", "7", "é", "😀");
  const sized = (min: number, max: number) =>
    fc.array(letters, { minLength: min, maxLength: max }).map((list) => list.join(""));
  const lengths = fc.oneof(sized(least, least), sized(most, most), sized(least, most), text);
  if (isMedia(schema))
    return fc.oneof(fc.constantFrom("data:,", "https://h/a", "http://h"), media(least, most));
  if (typeof schema.pattern !== "string") return lengths;
  return fc.oneof(lengths, matching(schema.pattern));
}

/** Numbers by the schema's keywords: its bounds, what is next to them, and multiples. */
export function numberOf(schema: JsonSchema, type: "integer" | "number"): fc.Arbitrary<number> {
  const bounds = [schema.minimum, schema.maximum, schema.exclusiveMinimum, schema.exclusiveMaximum].filter(
    (bound) => typeof bound === "number",
  );
  const close = bounds.flatMap((bound) => [bound, bound - 1, bound + 1, bound - 0.05, bound + 0.05]);
  const step = typeof schema.multipleOf === "number" ? schema.multipleOf : 1;
  const near = fc.constantFrom(...close, 0, step);
  const multiples = fc.integer({ min: -6, max: 12 }).map((times) => times * step);
  const number = fc.oneof(near, multiples, smallNumber);
  return type === "integer" ? number.map(Math.round) : number;
}

/** URLs of a length between two bounds, where the bounds leave room. */
function media(least: number, most: number): fc.Arbitrary<string> {
  const start = "data:,";
  const room = (length: number) => Math.max(0, length - start.length);
  return fc.constantFrom(room(least), room(most)).map((length) => start + "a".repeat(Math.min(length, 100)));
}

const byPattern = new Map<string, fc.Arbitrary<string>>();

/** Made once for each pattern, which takes fast-check far longer than to use it. */
function matching(pattern: string): fc.Arbitrary<string> {
  const known = byPattern.get(pattern) ?? fc.stringMatching(new RegExp(pattern, "u"));
  byPattern.set(pattern, known);
  return known;
}
