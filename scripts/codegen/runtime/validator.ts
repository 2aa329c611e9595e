/**
 * What generated validators are made of, for those that a project generates itself.
 *
 * @packageDocumentation
 */

import { type AjvError, toIssue, type ValidationIssue } from "./issues.js";

/** A validation function as Ajv generates it. */
export interface AjvValidate {
  (value: unknown): boolean;
  errors?: readonly AjvError[] | null;
}

export type ValidationResult<Value> =
  | { readonly value: Value; readonly issues?: undefined }
  | { readonly issues: readonly ValidationIssue[] };

/** Checks a model's input. It is a Standard Schema (version 1) as well, so forms and routers take it as it is. */
export interface ModelValidator<Input> {
  /** Returns the value itself, unchanged (no default is written into it), or all of its problems. */
  validate(value: unknown): ValidationResult<Input>;
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "model-api";
    readonly validate: (value: unknown) => ValidationResult<Input>;
    readonly types?: { readonly input: Input; readonly output: Input } | undefined;
  };
}

export function createValidator<Input>(check: AjvValidate): ModelValidator<Input> {
  const validate = (value: unknown): ValidationResult<Input> =>
    check(value)
      ? { value: value as Input }
      : { issues: (check.errors ?? []).map((error) => toIssue(error, value)) };
  return { validate, "~standard": { version: 1, vendor: "model-api", validate } };
}

/** Adds an error to those of a check that has found none yet, or some. */
export function addError(errors: AjvError[] | null, error: AjvError): AjvError[] {
  if (errors === null) return [error];
  errors.push(error);
  return errors;
}

/** Length in code points, as JSON Schema counts it. */
export function codePoints(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

/** Deep equality of JSON values, whatever the order of keys. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every(
    (key) => Object.hasOwn(b, key) && isEqual(a[key as keyof typeof a], b[key as keyof typeof b]),
  );
}
