// Generated from schemas/ by `pnpm codegen`. Do not edit.
/**
 * What generated validators are made of, for those that a project generates itself.
 *
 * @packageDocumentation
 */
import { toIssue } from "./issues.js";
export function createValidator(check) {
    const validate = (value) => check(value)
        ? { value: value }
        : { issues: (check.errors ?? []).map((error) => toIssue(error, value)) };
    return { validate, "~standard": { version: 1, vendor: "model-api", validate } };
}
/** Adds an error to those of a check that has found none yet, or some. */
export function addError(errors, error) {
    if (errors === null)
        return [error];
    errors.push(error);
    return errors;
}
/** Length in code points, as JSON Schema counts it. */
export function codePoints(text) {
    let length = 0;
    for (const _ of text)
        length++;
    return length;
}
/** Deep equality of JSON values, whatever the order of keys. */
export function isEqual(a, b) {
    if (a === b)
        return true;
    if (typeof a !== "object" || typeof b !== "object" || a === null || b === null)
        return false;
    if (Array.isArray(a) !== Array.isArray(b))
        return false;
    const keys = Object.keys(a);
    if (keys.length !== Object.keys(b).length)
        return false;
    return keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key]));
}
