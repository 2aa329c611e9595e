type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
export type JsonInput = Readonly<Record<string, Json>>;

/** An input as JSON, each file in it as what `say` makes of its name. */
export function toJsonInput(
  input: Readonly<Record<string, unknown>>,
  say: (fileName: string) => string,
): JsonInput {
  const text = JSON.stringify(input, (_, value: unknown) =>
    value instanceof Blob ? say(nameOf(value)) : value,
  );
  return JSON.parse(text) as JsonInput;
}

/** The names of the files in an input. */
export function fileNames(input: Readonly<Record<string, unknown>>): string[] {
  return Object.values(input)
    .flat()
    .filter((value) => value instanceof Blob)
    .map(nameOf);
}

const nameOf = (file: Blob): string => (file instanceof File ? file.name : "file");
