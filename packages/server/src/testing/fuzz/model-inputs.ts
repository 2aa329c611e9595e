import { Ajv } from "ajv";
import fc from "fast-check";

export interface FieldSchema {
  readonly type?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: FieldSchema;
}

/** A model under attack, as the server's own catalog tells it. */
export interface TargetModel {
  readonly id: string;
  readonly schema: {
    readonly required?: readonly string[];
    readonly properties: Readonly<Record<string, FieldSchema>>;
  };
  /** An input that it accepts. */
  readonly input: Readonly<Record<string, unknown>>;
}

export interface ModelInput {
  readonly model: string;
  readonly wrong: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** By a validator that is not the server's. */
  readonly fits: boolean;
}

const ajv = new Ajv({ strict: false, formats: mediaFormats() });

/** Inputs of a model with one or two of its fields spoiled. */
export function modelInputs(models: readonly TargetModel[]): fc.Arbitrary<ModelInput> {
  return fc.constantFrom(...models).chain((model) => {
    const fits = ajv.compile(model.schema);
    const fields = Object.entries(model.schema.properties);
    return fc
      .array(fc.constantFrom(...fields).chain(spoiled), { minLength: 1, maxLength: 2 })
      .map((changes) => {
        const input = { ...model.input };
        for (const { field, value } of changes) {
          if (value === undefined) delete input[field];
          else input[field] = value;
        }
        const wrong = changes.map((change) => `${change.field}: ${change.wrong}`).join("; ");
        return { model: model.id, wrong, input, fits: fits(input) };
      });
  });
}

interface Change {
  readonly field: string;
  readonly wrong: string;
  readonly value: unknown;
}

function spoiled([field, schema]: readonly [string, FieldSchema]): fc.Arbitrary<Change> {
  const values: [string, unknown][] = [
    ["left out", undefined],
    ...["text", "", 0, -1, 1.5, 1e308, true, null].map((value): [string, unknown] => [typeof value, value]),
    ["array", []],
    ["array of null", [null]],
    ["array of arrays", [[["x"]]]],
    ["object", {}],
    ["object with a length", { length: 1, 0: "x" }],
    ["very many items", Array(20_000).fill(1)],
    ["long text", "x".repeat(1_000_000)],
    ...beyond(schema),
    ...(schema.items
      ? beyond(schema.items).map(([wrong, value]): [string, unknown] => [`item ${wrong}`, [value]])
      : []),
  ];
  return fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...values).map(([wrong, value]) => ({ field, wrong, value })) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(
          `${field}s`,
          field.toUpperCase(),
          ` ${field}`,
          `${field}\0`,
          "__proto__x",
          "x".repeat(10_000),
        )
        .map((name) => ({ field: name, wrong: "unknown field", value: 1 })),
    },
    {
      weight: 1,
      arbitrary: fc
        .anything({ maxDepth: 2 })
        .map((value) => ({ field, wrong: "anything", value: jsonOf(value) })),
    },
  );
}

/** Values on both sides of a field's bounds. */
function beyond(schema: FieldSchema): [string, unknown][] {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems } = schema;
  const values: [string, unknown][] = [];
  const first = schema.enum?.[0];
  if (typeof first === "string") {
    for (const value of [first.toUpperCase(), ` ${first}`, `${first}\0`, first.slice(1), [first], "toString"])
      values.push(["outside the list", value]);
  }
  if (typeof first === "number") values.push(["outside the list", first + 0.5], ["as text", String(first)]);
  for (const bound of [minimum, maximum])
    if (bound !== undefined)
      for (const by of [-1, -0.5, 0, 0.5, 1]) values.push([`${by} from a bound`, bound + by]);
  for (const length of [minLength, maxLength])
    if (length !== undefined)
      for (const by of [-1, 0, 1])
        for (const letter of ["a", "😀"])
          values.push([`length ${by} from a bound`, letter.repeat(Math.max(0, length + by))]);
  for (const count of [minItems, maxItems])
    if (count !== undefined)
      for (const by of [-1, 0, 1])
        values.push([
          `items ${by} from a bound`,
          Array(Math.max(0, count + by)).fill("https://h.example/a.png"),
        ]);
  if (schema.format !== undefined)
    for (const url of [
      "ftp://h/a",
      "http://",
      "data",
      "javascript:alert(1)",
      "//h/a",
      "https://h\0/a",
      "HTTPS://h/a",
    ])
      values.push(["not its format", url]);
  return values;
}

/** What is left of a value on the wire. */
function jsonOf(value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value) ?? "null");
  } catch {
    return null;
  }
}

/** As the contract of the models has it: an http(s) URL or a data URI. */
function mediaFormats(): Record<string, RegExp> {
  const uri = /^(?:https?:\/\/[^\s/?#]|data:)/i;
  return { image_uri: uri, video_uri: uri, audio_uri: uri, "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/ };
}
