import fc from "fast-check";
import type { Parameter } from "../contract-file.js";
import type { Attack } from "./attack.js";
import { escaped, text } from "./garbage.js";

interface QuerySchema {
  readonly type?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly enum?: readonly string[];
}

/** Values of a query parameter on both sides of its bounds, and any text. */
export function wrongQueries({ name, schema }: Parameter, good: Attack): fc.Arbitrary<Attack> {
  const { minimum, maximum, maxLength, enum: values } = schema as QuerySchema;
  const near = [
    ...[minimum, maximum].flatMap((bound) =>
      bound === undefined ? [] : [bound - 1, bound, bound + 1, bound + 0.5, -bound, bound * 1e6].map(String),
    ),
    ...(maxLength ? ["a", "é", "😀"].map((letter) => letter.repeat(maxLength + 1)) : []),
    ...(maxLength ? [" ".repeat(maxLength), "😀".repeat(maxLength)] : []),
    ...(values ?? []).flatMap((value) => [value.toUpperCase(), `${value} `, `${value},${value}`]),
    "1e2",
    "1.0",
    "+5",
    "00000000000000000001",
    "99999999999999999999999999",
    "TRUE",
    "yes",
  ];
  return fc.oneof(fc.constantFrom(...near), text).map((value) => {
    const wellFormed = new URLSearchParams([[name, value]]);
    const fits = queryFits(wellFormed.get(name) ?? "", schema as QuerySchema);
    return {
      ...good,
      wrong: `${name}=${value.slice(0, 100)}`,
      path: `${good.path}?${wellFormed}`,
      // A text that fits may mean nothing still, as a cursor does.
      expected: fits ? [200, 422] : [422],
    };
  });
}

/** Whether the text of a query parameter is one that its schema takes. */
function queryFits(value: string, schema: QuerySchema): boolean {
  if (schema.enum) return schema.enum.includes(value);
  if (schema.type === "boolean") return value === "true" || value === "false";
  if (schema.type === "string") return [...value].length <= (schema.maxLength ?? Number.POSITIVE_INFINITY);
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = schema;
  return /^-?\d+$/.test(value) && Number(value) >= minimum && Number(value) <= maximum;
}

/** A query that the operation does not have, in part or in all. */
export function strayQueries(good: Attack): fc.Arbitrary<Attack> {
  const names = ["", "x", "__proto__", "constructor", "limit[]", "limit", "cursor", "status", "token", "%zz"];
  const pair = fc
    .tuple(fc.constantFrom(...names), text.chain(escaped))
    .map(([name, value]) => `${name}=${value}`);
  return fc
    .oneof(
      fc.array(pair, { maxLength: 5 }),
      pair.map((one) => Array<string>(1000).fill(one)),
    )
    .map((pairs) => ({
      ...good,
      wrong: "the query",
      path: `${good.path}?${pairs.join("&").replaceAll("#", "%23").slice(0, 50_000)}`,
    }));
}
