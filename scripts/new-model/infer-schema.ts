import type { JsonSchema } from "@model-api/codegen";
import { isObject, type JsonObject } from "../sync-catalog/json.js";
import { mediaKind } from "./media-kind.js";

/** Tells of something that was guessed, by where it stands below the schema. */
export type Guess = (pointer: string, message: string) => void;

/** The schema of an object, by the values that it has had. Only types and media are read out of them: what else there is, people know. */
export function inferObject(
  examples: readonly JsonObject[],
  required: readonly string[] | undefined,
  guess: Guess,
  pointer = "",
): JsonSchema {
  const names = [...new Set(examples.flatMap((example) => Object.keys(example)))];
  const properties = names.map((name): [string, JsonSchema] => {
    const values = examples.filter((example) => Object.hasOwn(example, name)).map((example) => example[name]);
    return [name, inferValue(values, name, guess, `${pointer}/properties/${escaped(name)}`)];
  });
  const inAll = names.filter((name) => examples.every((example) => Object.hasOwn(example, name)));
  const needed = required ?? (examples.length > 1 ? inAll : []);
  return {
    type: "object",
    ...(needed.length > 0 && { required: [...needed] }),
    // Entries, so that a field named `__proto__` stays a field.
    properties: Object.fromEntries(properties),
  };
}

function inferValue(values: readonly unknown[], name: string, guess: Guess, pointer: string): JsonSchema {
  const given = values.filter((value) => value !== null);
  const types = [...new Set(given.map(typeOf))];
  // A number that happens to be whole is a number all the same.
  const kinds = types.includes("number") ? types.filter((type) => type !== "integer") : types;
  const [kind] = kinds;
  if (kind === undefined || (kinds.length > 1 && !kinds.every(isScalar))) {
    guess(
      pointer,
      `may be anything: it is ${kind === undefined ? "null" : kinds.join(" or ")} in the examples`,
    );
    return {};
  }
  const schema = kinds.length > 1 ? { type: kinds } : inferOfKind(kind, given, name, guess, pointer);
  if (given.length === values.length) return schema;
  guess(pointer, "may be null, as it is in an example");
  return { ...schema, type: [...kinds, "null"] };
}

function inferOfKind(
  kind: string,
  values: readonly unknown[],
  name: string,
  guess: Guess,
  pointer: string,
): JsonSchema {
  if (kind === "string") return inferText(values as string[], name, guess, pointer);
  if (kind === "object") return inferObject(values as JsonObject[], undefined, guess, pointer);
  if (kind === "array") {
    const items = (values as unknown[][]).flat();
    return { type: "array", items: inferValue(items, name, guess, `${pointer}/items`) };
  }
  if (kind === "integer")
    guess(pointer, `is a whole number, as in ${listed(values)}; "number" takes fractions too`);
  return { type: kind };
}

function inferText(values: readonly string[], name: string, guess: Guess, pointer: string): JsonSchema {
  const [kind, ...others] = [...new Set(values.map((value) => mediaKind(value, name)))];
  if (kind && others.length === 0) {
    guess(
      pointer,
      `is ${kind === "image" ? "an image" : kind === "video" ? "a video" : "audio"}, by its address or its name`,
    );
    return { type: "string", format: `${kind}_uri` };
  }
  if (values.some((value) => /^https?:\/\//i.test(value)))
    guess(pointer, 'is a text; if it is a file, its "format" is image_uri, video_uri or audio_uri');
  else if (values.every((value) => /^[\w.:+-]{1,24}$/.test(value)))
    guess(
      pointer,
      `takes any text; if it is one of a list, such as ${listed(values)}, "enum" holds the list`,
    );
  return { type: "string" };
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return "array";
  if (isObject(value)) return "object";
  return Number.isInteger(value) ? "integer" : typeof value;
}

function isScalar(type: string): boolean {
  return type !== "array" && type !== "object";
}

function listed(values: readonly unknown[]): string {
  return [...new Set(values)]
    .slice(0, 3)
    .map((value) => JSON.stringify(value))
    .join(", ");
}

function escaped(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
