import type { InputIssue } from "@model-api/client";
import type { FormField, FormFile, MediaField } from "./field.js";
import type { FieldInfo } from "./field-info.js";
import { sentenceOf } from "./issues.js";
import type { FormValue, MediaItem, MediaSource } from "./values.js";

/** What a field is made of, besides what its schema says. */
export interface FieldParts {
  /** Begins the ids of the field's elements; another one in each form of a page. */
  readonly id: string;
  readonly value: FormValue;
  /** What is shown of them: nothing as long as it is too early. */
  readonly issues: readonly InputIssue[];
  readonly fileIssues: (item: MediaItem) => readonly InputIssue[];
  readonly previewUrl: (item: MediaItem) => string | undefined;
  readonly progress: (item: MediaItem) => number | undefined;
  /** Takes what the value becomes of what it is, so that two changes at once are both made. */
  readonly change: (next: (value: FormValue) => FormValue) => void;
  /** From now on its errors are shown. */
  readonly leave: () => void;
  readonly newKey: () => string;
}

/** The element that takes the focus. */
export const controlId = (formId: string, name: string): string => `${formId}-${name}`;

export function buildField(info: FieldInfo, parts: FieldParts): FormField {
  const { id, value, issues, change, leave } = parts;
  const hasErrors = issues.length > 0;
  const described = [info.description && `${id}-description`, hasErrors && `${id}-error`].filter(Boolean);
  const base = {
    ...info,
    errors: issues.map((issue) => sentenceOf(issue, info.label)),
    issues,
    labelProps: { id: `${id}-label`, htmlFor: id },
    descriptionProps: { id: `${id}-description` },
    errorProps: { id: `${id}-error`, role: "alert" },
    clear: () => change(() => undefined),
  } as const;
  const control = {
    id,
    name: info.name,
    onBlur: leave,
    "aria-invalid": hasErrors || undefined,
    "aria-describedby": described.join(" ") || undefined,
  } as const;
  const text = {
    ...control,
    value: typeof value === "string" ? value : "",
    onChange: (event: { readonly target: { readonly value: string } }) => {
      const typed = event.target.value;
      change(() => typed);
    },
    required: info.isRequired,
  };
  const placeholder = info.default === undefined ? undefined : String(info.default);

  switch (info.kind) {
    case "media":
      return { ...base, kind: info.kind, ...buildMedia(info, parts, control) };
    case "toggle":
      return {
        ...base,
        kind: info.kind,
        inputProps: {
          ...control,
          type: "checkbox",
          checked: value === undefined ? info.default === true : value === true,
          onChange: ({ target: { checked } }) => change(() => checked),
        },
      };
    case "number": {
      const { minimum: min, maximum: max, isInteger } = info;
      const limits = { type: "number", min, max, step: isInteger ? 1 : "any" } as const;
      return { ...base, kind: info.kind, inputProps: { ...text, ...limits, placeholder } };
    }
    case "choice":
      return { ...base, kind: info.kind, inputProps: text };
    default:
      return { ...base, kind: info.kind, inputProps: { ...text, placeholder } };
  }
}

function buildMedia(
  { isList, isRequired, mediaKind }: FieldInfo,
  { value, change, newKey, fileIssues, previewUrl, progress }: FieldParts,
  control: Omit<
    MediaField["inputProps"],
    "type" | "accept" | "multiple" | "required" | "aria-required" | "onChange"
  >,
): Pick<MediaField, "items" | "inputProps" | "dropProps" | "add" | "remove" | "move" | "replace"> {
  const update = (next: (items: readonly MediaItem[]) => readonly MediaItem[]) =>
    change((now) => next(typeof now === "object" ? now : []));
  const add = (...sources: readonly MediaSource[]) => {
    const fresh = sources.filter((source) => source !== "").map((source) => ({ key: newKey(), source }));
    if (fresh.length > 0) update((items) => (isList ? [...items, ...fresh] : fresh.slice(-1)));
  };
  const take = (data: DataTransfer, event: { preventDefault(): void }) => {
    if (data.files.length === 0) return;
    event.preventDefault();
    add(...data.files);
  };
  const items = typeof value === "object" ? value : [];

  return {
    items: items.map(
      (item): FormFile => ({
        ...item,
        name: nameOf(item.source),
        previewUrl: previewUrl(item),
        progress: progress(item),
        errors: fileIssues(item).map(({ message }) => message),
        issues: fileIssues(item),
      }),
    ),
    inputProps: {
      ...control,
      type: "file",
      accept: `${mediaKind}/*`,
      multiple: isList,
      // What has been picked is in the form, and no longer in the element: to a browser it is empty again.
      required: isRequired && items.length === 0,
      "aria-required": isRequired,
      onChange({ target }) {
        add(...(target.files ?? []));
        target.value = "";
      },
    },
    dropProps: {
      onDragOver: (event) => event.preventDefault(),
      onDrop: (event) => take(event.dataTransfer, event),
      onPaste: (event) => take(event.clipboardData, event),
    },
    add,
    remove: (key) => update((now) => now.filter((item) => item.key !== key)),
    replace: (key, source) => update((now) => now.map((item) => (item.key === key ? { key, source } : item))),
    move: (key, to) =>
      update((now) => {
        const moved = now.find((item) => item.key === key);
        const rest = now.filter((item) => item !== moved);
        return moved ? [...rest.slice(0, to), moved, ...rest.slice(to)] : now;
      }),
  };
}

function nameOf(source: MediaSource): string {
  if (source instanceof Blob) return "name" in source ? String(source.name) : source.type;
  const uri = String(source);
  if (uri.startsWith("data:")) return uri.slice(5, uri.search(/[;,]/));
  return uri.split(/[?#]/)[0]?.split("/").at(-1) || uri;
}
