import fc from "fast-check";

/** Few names, texts and numbers, so that two random schemas speak of the same things. */
export const NAMES = ["a", "b", "c", "d"] as const;
export const PATTERNS = ["^[ab7]*$", "^a", "7", "^[a-z]{1,3}$"] as const;
export const FORMATS = ["image_uri", "video_uri", "audio_uri", "date", "uri"] as const;
export const TYPES = ["string", "integer", "number", "boolean", "null", "array", "object"] as const;

const MEDIA = ["https://h/a", "http://h", "HTTPS://h/7", "data:,a", "https:///", "ftp://h/a"];

export const smallInteger: fc.Arbitrary<number> = fc.integer({ min: -4, max: 6 });
export const smallNumber: fc.Arbitrary<number> = fc.oneof(
  smallInteger,
  smallInteger.map((n) => n / 2),
  smallInteger.map((n) => n / 10),
);
export const count: fc.Arbitrary<number> = fc.integer({ min: 0, max: 4 });
export const text: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom("a", "b", "7", "é", "😀"), { maxLength: 5 }).map((letters) => letters.join("")),
  fc.constantFrom(...MEDIA),
);
export const scalar: fc.Arbitrary<unknown> = fc.oneof(text, smallNumber, fc.boolean(), fc.constant(null));

/** Any JSON value, of a size that a person can read in a counterexample. */
export const anyJson: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    scalar,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...NAMES), tie("value"), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;
