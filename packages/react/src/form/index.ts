"use client";

/**
 * A headless form of a model's input, made from its schema.
 *
 * @packageDocumentation
 */

export { checkForm, type FormModule, type FormSchema, formSchema } from "./check.js";
export type {
  ChoiceField,
  FormField,
  FormFile,
  MediaField,
  NumberField,
  TextField,
  ToggleField,
} from "./field.js";
export { type FieldInfo, type FieldKind, fieldsOf, type MediaKind } from "./field-info.js";
export type { FormModel } from "./use-form-model.js";
export { type UseModelFormOptions, type UseModelFormResult, useModelForm } from "./use-model-form.js";
export type { MediaItem, MediaSource } from "./values.js";
