import fc from "fast-check";

export interface Body {
  readonly wrong: string;
  readonly bytes: string | Uint8Array<ArrayBuffer>;
  /** The statuses that refuse it; undefined where it may be let through. */
  readonly refused?: readonly number[] | undefined;
}

const NOT_JSON = [400];
const NO_OBJECT = [422];
const DEEP = 100_000;
const NUMBERS = ["1e400", "-1e400", "1e-400", "9".repeat(400), "-0", "0.1e1", `0.${"1".repeat(400)}`];
const NO_NUMBERS = ["01", "+1", ".5", "1.", "0x1", "NaN", "Infinity", "-", "1e", "1_0"];

/** Bodies that are no model's input, or only at the second glance. `good` is an input that is accepted. */
export function jsonBodies(good: Readonly<Record<string, unknown>>): fc.Arbitrary<Body> {
  const json = JSON.stringify(good);
  const bytes = new TextEncoder().encode(json);
  /** The good input, with members of the text before its own. */
  const withMembers = (members: string) => `{${members},${json.slice(1)}`;
  const body = (wrong: string, content: Body["bytes"], refused?: readonly number[]): Body => ({
    wrong,
    bytes: content,
    refused,
  });
  const fixed: Body[] = [
    body("nothing", "", NOT_JSON),
    body("spaces", " \n\t ".repeat(1000), NOT_JSON),
    body("a page", "<!doctype html>", NOT_JSON),
    body("a form", "prompt=a&images=b", NOT_JSON),
    body("single quotes", "{'prompt': 'a'}", NOT_JSON),
    body("a trailing comma", `${json.slice(0, -1)},}`, NOT_JSON),
    body("a comment", `/**/${json}`, NOT_JSON),
    body("two values", json + json, NOT_JSON),
    body("a NUL at the end", `${json}\0`, NOT_JSON),
    body("a line break in a text", '{"prompt":"a\nb"}', NOT_JSON),
    body("UTF-16", new Uint8Array(Buffer.from(json, "utf16le")), NOT_JSON),
    body("a BOM", `\ufeff${json}`),
    body("two BOMs", `\ufeff\ufeff${json}`, NOT_JSON),
    body("bytes that are not UTF-8", joined('{"x":"', [0xc3, 0x28, 0xff], `",${json.slice(1)}`), NOT_JSON),
    body("an overlong encoding", joined('{"x":"', [0xc0, 0xaf], `",${json.slice(1)}`), NOT_JSON),
    body("an encoded surrogate", joined('{"x":"', [0xed, 0xa0, 0x80], `",${json.slice(1)}`), NOT_JSON),
    body("a lone surrogate as a value", withMembers('"x":"\\ud800"')),
    body("a lone surrogate as a key", withMembers('"\\udc00":1')),
    body("an escaped NUL", withMembers('"x\\u0000":"\\u0000"')),
    ...["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "then", "toJSON", ""].map(
      (key) => body(`a key "${key}"`, withMembers(`"${key}":{"prompt":1,"polluted":true,"toString":1}`)),
    ),
    body("its own keys from a prototype", `{"__proto__":${json}}`, NO_OBJECT),
    body("a key twice, good at last", withMembers('"prompt":1')),
    body("a key a thousand times", withMembers(Array(1000).fill('"x":1').join(","))),
    ...NUMBERS.map((number) => body(`the number ${number.slice(0, 20)}`, withMembers(`"x":${number}`))),
    ...NO_NUMBERS.map((number) => body(`the number ${number}`, withMembers(`"x":${number}`), NOT_JSON)),
    ...["null", "true", "0", '""', "[]", `[${json}]`, '"{}"'].map((value) =>
      body(`${value.slice(0, 20)} for an object`, value, NO_OBJECT),
    ),
    body("arrays in arrays", "[".repeat(DEEP) + "]".repeat(DEEP), NO_OBJECT),
    body("arrays that do not end", "[".repeat(DEEP), [400, 422]),
    body("objects in objects", `${'{"a":'.repeat(DEEP)}1${"}".repeat(DEEP)}`, NO_OBJECT),
    body("a deep field", withMembers(`"x":${"[".repeat(DEEP)}${"]".repeat(DEEP)}`), NO_OBJECT),
    body("a deep field for a text", `{"prompt":${'{"a":'.repeat(DEEP)}1${"}".repeat(DEEP)}}`, NO_OBJECT),
    body("brackets in a text", withMembers(`"x":${JSON.stringify('[{\\"'.repeat(5000))}`)),
    body(
      "very many keys",
      `{${Array.from({ length: 200_000 }, (_, i) => `"k${i}":0`).join(",")}}`,
      NO_OBJECT,
    ),
    body("very many values", withMembers(`"x":[${"0,".repeat(200_000)}0]`), NO_OBJECT),
    body("many keys", withMembers(Array.from({ length: 5000 }, (_, i) => `"k${i}":{}`).join(","))),
    body("a long key", withMembers(`"${"k".repeat(1_000_000)}":1`)),
    body("a long text", withMembers(`"x":"${"é".repeat(1_000_000)}"`)),
  ];
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...fixed) },
    {
      weight: 1,
      arbitrary: fc
        .nat({ max: bytes.length - 1 })
        .map((end) => body(`the first ${end} bytes`, bytes.slice(0, end), NOT_JSON)),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 })), {
          minLength: 1,
          maxLength: 4,
        })
        .map((changes) => {
          const changed = bytes.slice();
          for (const [index, byte] of changes) changed[index] = byte;
          return body(
            `other bytes at ${changes.map(([index]) => index).join(", ")}`,
            changed,
            refusal(changed),
          );
        }),
    },
    {
      weight: 1,
      arbitrary: fc
        .uint8Array({ maxLength: 200 })
        .map((random) => body("random bytes", new Uint8Array(random), refusal(new Uint8Array(random)))),
    },
    {
      weight: 1,
      arbitrary: fc.json({ maxDepth: 4 }).map((value) => body("any JSON", value, NO_OBJECT)),
    },
  );
}

/** What bytes must get that are not JSON; those that are may be a good input still. */
function refusal(bytes: Uint8Array): readonly number[] | undefined {
  try {
    JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return undefined;
  } catch {
    return NOT_JSON;
  }
}

function joined(before: string, bytes: readonly number[], after: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)]));
}
