import fc from "fast-check";
import type { Operation } from "../contract-file.js";
import { type Attack, pathWith } from "./attack.js";
import { jsonBodies } from "./json-bodies.js";
import { modelInputs, type TargetModel } from "./model-inputs.js";

/** A body that is not JSON, or strange JSON. */
export function wrongBodies(good: Attack, input: Readonly<Record<string, unknown>>): fc.Arbitrary<Attack> {
  return jsonBodies(input).map(({ wrong, bytes, refused }) => ({
    ...good,
    wrong: `the body: ${wrong}`,
    body: bytes,
    expected: refused,
  }));
}

/** A body where there should be none. */
export function strayBodies(good: Attack): fc.Arbitrary<Attack> {
  return jsonBodies({ prompt: "x" }).map(({ wrong, bytes }) => ({
    ...good,
    wrong: `a body: ${wrong}`,
    body: bytes,
  }));
}

/** An input with spoiled fields; a second validator says which of them must be refused. */
export function wrongInputs(
  operation: Operation,
  good: Attack,
  models: readonly TargetModel[],
): fc.Arbitrary<Attack> {
  return modelInputs(models).map(({ model, wrong, input, fits }) => ({
    ...good,
    wrong: `${model}: ${wrong}`,
    path: pathWith(operation, { model_id: model }),
    body: JSON.stringify(input),
    expected: fits ? [200] : [422],
  }));
}

/** The same for a body whose schema is in the contract. */
export function wrongFields(good: Attack, body: TargetModel): fc.Arbitrary<Attack> {
  return modelInputs([body]).map(({ wrong, input, fits }) => ({
    ...good,
    wrong,
    body: JSON.stringify(input),
    // What fits its schema may be refused for what it means, such as a date in the past.
    expected: fits ? [200, 422] : [422],
  }));
}

/** Files that are none, and the beginnings of some. */
export function wrongFiles(good: Attack): fc.Arbitrary<Attack> {
  const magic = [
    "\x89PNG\r\n\x1a\n",
    "\xff\xd8\xff",
    "GIF89a",
    "RIFF\0\0\0\0WEBP",
    "\0\0\0\x18ftypisom",
    "ID3",
    "%PDF-",
    "PK\x03\x04",
    "BM",
    "II*\0",
    "OggS",
    "<svg",
    "{}",
    "",
  ];
  const fixed = fc
    .constantFrom("", "{}", "<!doctype html>", "\0", "\0".repeat(10_000))
    .map((body) => ({ body, expected: [422] }));
  const large = fc.constant({ body: new Uint8Array(2 ** 20 + 1), expected: [413, 422] });
  const started = fc
    .tuple(fc.constantFrom(...magic), fc.uint8Array({ maxLength: 300 }))
    .map(([start, rest]) => ({
      body: new Uint8Array(Buffer.concat([Buffer.from(start, "latin1"), rest])),
      expected: undefined,
    }));
  return fc
    .oneof(
      { weight: 1, arbitrary: fixed },
      { weight: 1, arbitrary: large },
      { weight: 8, arbitrary: started },
    )
    .map((change) => ({ ...good, wrong: "the file", ...change }));
}
