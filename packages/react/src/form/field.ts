import type { InputIssue } from "@model-api/client";
import type { ClipboardEvent, DragEvent } from "react";
import type { FieldInfo } from "./field-info.js";
import type { MediaItem, MediaSource } from "./values.js";

type Changed = { readonly target: { readonly value: string } };

/** What every control of a form is given. */
interface ControlProps {
  readonly id: string;
  readonly name: string;
  readonly onBlur: () => void;
  readonly "aria-invalid": true | undefined;
  /** The ids of the description and the error, where they are shown. */
  readonly "aria-describedby": string | undefined;
}

interface TextProps extends ControlProps {
  readonly value: string;
  readonly onChange: (event: Changed) => void;
  readonly required: boolean;
}

/** What is the same for fields of all kinds. */
interface FieldBase extends FieldInfo {
  /** What is wrong, as sentences; nothing before the field was left once, or the form was submitted. */
  readonly errors: readonly string[];
  /** The same, for wording them otherwise: see `InputIssue`. */
  readonly issues: readonly InputIssue[];
  readonly labelProps: { readonly id: string; readonly htmlFor: string };
  /** For the element that shows the description. */
  readonly descriptionProps: { readonly id: string };
  /** For the element that shows the errors. */
  readonly errorProps: { readonly id: string; readonly role: "alert" };
  /** Leaves the field out of the input again. */
  clear(): void;
}

/** A text; `json` is anything else, written as JSON. For `<input>` and `<textarea>`. */
export interface TextField extends FieldBase {
  readonly kind: "text" | "json";
  readonly inputProps: TextProps & { readonly placeholder: string | undefined };
}

export interface NumberField extends FieldBase {
  readonly kind: "number";
  readonly inputProps: TextProps & {
    readonly type: "number";
    readonly min: number | undefined;
    readonly max: number | undefined;
    readonly step: number | "any";
    readonly placeholder: string | undefined;
  };
}

/** One of the `choices`; the empty text stands for none of them. For `<select>`, and for groups of radio buttons. */
export interface ChoiceField extends FieldBase {
  readonly kind: "choice";
  readonly inputProps: TextProps;
}

export interface ToggleField extends FieldBase {
  readonly kind: "toggle";
  readonly inputProps: ControlProps & {
    readonly type: "checkbox";
    /** What was chosen, else the default. */
    readonly checked: boolean;
    readonly onChange: (event: { readonly target: { readonly checked: boolean } }) => void;
  };
}

/** A file of a media field, as it is shown. */
export interface FormFile extends MediaItem {
  /** The file's name, or the end of its URL. */
  readonly name: string;
  /** For `<img>`, `<video>` and `<audio>`; undefined for a moment after a file was added. */
  readonly previewUrl: string | undefined;
  /** How much of it is uploaded, 0 to 1; undefined where it is not being uploaded. */
  readonly progress: number | undefined;
  /** What is wrong with it, as words that follow its name. */
  readonly errors: readonly string[];
  readonly issues: readonly InputIssue[];
}

export interface MediaField extends FieldBase {
  readonly kind: "media";
  readonly items: readonly FormFile[];
  /** For `<input type="file">`. What is picked is added to what is there, or takes its place where one is wanted. */
  readonly inputProps: ControlProps & {
    readonly type: "file";
    readonly accept: string;
    readonly multiple: boolean;
    /** Whether the browser has to ask for a file: not where the form has one. */
    readonly required: boolean;
    /** Whether the field is required. */
    readonly "aria-required": boolean;
    readonly onChange: (event: {
      readonly target: { readonly files: FileList | null; value: string };
    }) => void;
  };
  /** For the element that files are dropped or pasted on. */
  readonly dropProps: {
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
    readonly onPaste: (event: ClipboardEvent) => void;
  };
  /** Adds files or URLs. */
  add(...sources: readonly MediaSource[]): void;
  remove(key: string): void;
  /** Puts a file where another one stands, counted from 0. */
  move(key: string, to: number): void;
  replace(key: string, source: MediaSource): void;
}

export type FormField = TextField | NumberField | ChoiceField | ToggleField | MediaField;
