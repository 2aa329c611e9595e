import type { FieldInfo } from "./field-info.js";

/** A file, or where one is. */
export type MediaSource = Blob | URL | string;

/** One file of a media field. Its key stays when the files are put in another order. */
export interface MediaItem {
  readonly key: string;
  readonly source: MediaSource;
}

/** What a person has entered: text as it was typed, also for numbers; nothing where the field has not been touched. */
export type FormValue = string | boolean | readonly MediaItem[] | undefined;
export type FormValues = Readonly<Record<string, FormValue>>;

/** The input that was entered. What was left empty is left out: a default is the service's to apply. */
export function toInput(fields: readonly FieldInfo[], values: FormValues): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const field of fields) {
    const value = toFieldInput(field, values[field.name]);
    if (value !== undefined) input[field.name] = value;
  }
  return input;
}

function toFieldInput(field: FieldInfo, value: FormValue): unknown {
  if (value === undefined || value === "" || typeof value === "boolean")
    return value === "" ? undefined : value;
  if (typeof value !== "string") {
    const sources = value.map(({ source }) => source);
    return sources.length === 0 ? undefined : field.isList ? sources : sources[0];
  }
  if (field.kind === "choice") return field.choices.find((choice) => String(choice) === value) ?? value;
  if (field.kind === "number") return Number.isFinite(Number(value)) ? Number(value) : value;
  return field.kind === "json" ? parsed(value) : value;
}

/** What stands in the form for an input. */
export function fromInput(
  fields: readonly FieldInfo[],
  input: Readonly<Record<string, unknown>>,
): FormValues {
  const values: Record<string, FormValue> = {};
  for (const { kind, name } of fields) {
    const value = input[name];
    if (value === undefined || value === null) continue;
    if (kind === "media") values[name] = toItems(name, [value].flat() as MediaSource[]);
    else if (kind === "toggle") values[name] = value === true;
    else values[name] = kind === "json" ? JSON.stringify(value) : String(value);
  }
  return values;
}

/** Keys are the same whenever they are made of the same, on a server as well; those of files that come later are others. */
const toItems = (name: string, sources: readonly MediaSource[]): readonly MediaItem[] =>
  sources.map((source, index) => ({ key: `${name}.${index}`, source }));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
