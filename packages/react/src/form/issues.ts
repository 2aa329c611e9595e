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
  readonly ofField: ReadonlyMap<string, readonly InputIssue[]>;
  /** By the key of a file. */
  readonly ofFile: ReadonlyMap<string, readonly InputIssue[]>;
  /** Of no field: of the input as a whole, or of a field that the form does not have. */
  readonly ofForm: readonly InputIssue[];
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
  const ofField = new Map<string, InputIssue[]>();
  const ofFile = new Map<string, InputIssue[]>();
  const ofForm: InputIssue[] = [];
  const names = new Set(fields.map(({ name }) => name));

  function put(issue: InputIssue, about: FormValues): void {
    const [first, index] = issue.path;
    const name = String(first);
    if (!names.has(name)) {
      add(ofForm, issue);
      return;
    }
    const item = itemAt(about, name, index);
    if (item) add(listOf(ofFile, item.key), issue);
    add(listOf(ofField, name), issue);
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

function listOf(map: Map<string, InputIssue[]>, key: string): InputIssue[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}

function add(list: InputIssue[], issue: InputIssue): void {
  const isSame = ({ path, message }: InputIssue) =>
    message === issue.message && path.join() === issue.path.join();
  if (!list.some(isSame)) list.push(issue);
}

/** An issue as a sentence, which begins with the field's label and the place of a file, counted from 1. */
export function sentenceOf({ path, message }: InputIssue, label?: string): string {
  if (label === undefined) return path.length > 0 ? `${path.join(".")} ${message}` : message;
  const place = typeof path[1] === "number" ? ` ${path[1] + 1}` : "";
  return `${label}${place} ${message}`;
}
