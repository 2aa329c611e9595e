import type { InputIssue } from "@model-api/client";
import type { FieldInfo } from "./field-info.js";
import type { FormValues, MediaItem } from "./values.js";

/** What the server, or the client's look at the files, has refused, and the values that it was about. */
export interface Refusal {
  readonly issues: readonly InputIssue[];
  readonly values: FormValues;
}

/** What is wrong with a form. */
export interface FormIssues {
  /** By field, as sentences. */
  readonly ofField: ReadonlyMap<string, readonly string[]>;
  /** By the key of a file, as words that follow its name. */
  readonly ofFile: ReadonlyMap<string, readonly string[]>;
  /** Of no field: of the input as a whole, or of a field that the form does not have. */
  readonly ofForm: readonly string[];
}

/**
 * Sorts issues to where they are shown. A refusal counts for a field until its value is another one, and follows a file to
 * its new place.
 */
export function sortIssues(
  fields: readonly FieldInfo[],
  values: FormValues,
  found: readonly InputIssue[],
  refusal: Refusal | undefined,
): FormIssues {
  const ofField = new Map<string, string[]>();
  const ofFile = new Map<string, string[]>();
  const ofForm: string[] = [];
  const labels = new Map(fields.map(({ name, label }) => [name, label]));

  function put({ path, message }: InputIssue, about: FormValues): void {
    const [name, index] = path;
    const label = labels.get(String(name));
    if (label === undefined) {
      add(ofForm, path.length > 0 ? `${path.join(".")} ${message}` : message);
      return;
    }
    const item = itemAt(about, String(name), index);
    if (item) add(listOf(ofFile, item.key), message);
    const place = typeof index === "number" ? ` ${index + 1}` : "";
    add(listOf(ofField, String(name)), `${label}${place} ${message}`);
  }

  for (const issue of found) put(issue, values);
  for (const issue of refusal?.issues ?? []) {
    const name = String(issue.path[0]);
    const now = itemsOf(values, name);
    const item = itemAt(refusal?.values ?? {}, name, issue.path[1]);
    if (item && now) {
      const index = now.indexOf(item);
      if (index >= 0) put({ ...issue, path: [name, index] }, values);
    } else if (values[name] === refusal?.values[name]) put(issue, values);
  }
  return { ofField, ofFile, ofForm };
}

function itemAt(values: FormValues, name: string, index: string | number | undefined): MediaItem | undefined {
  return itemsOf(values, name)?.[typeof index === "number" ? index : Number.NaN];
}

function itemsOf(values: FormValues, name: string): readonly MediaItem[] | undefined {
  const value = values[name];
  return typeof value === "object" ? value : undefined;
}

function listOf(map: Map<string, string[]>, key: string): string[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}

function add(list: string[], text: string): void {
  if (!list.includes(text)) list.push(text);
}
