// Generated from schemas/ by `pnpm codegen`. Do not edit.
/**
 * What generated validators are made of, for those that a project generates itself.
 *
 * @packageDocumentation
 */
import { type AjvError, type ValidationIssue } from "./issues.js";
/** A validation function as Ajv generates it. */
export interface AjvValidate {
    (value: unknown): boolean;
    errors?: readonly AjvError[] | null;
}
export type ValidationResult<Value> = {
    readonly value: Value;
    readonly issues?: undefined;
} | {
    readonly issues: readonly ValidationIssue[];
};
/** Checks a model's input. It is a Standard Schema (version 1) as well, so forms and routers take it as it is. */
export interface ModelValidator<Input> {
    /** Returns the value itself, unchanged (no default is written into it), or all of its problems. */
    validate(value: unknown): ValidationResult<Input>;
    readonly "~standard": {
        readonly version: 1;
        readonly vendor: "model-api";
        readonly validate: (value: unknown) => ValidationResult<Input>;
        readonly types?: {
            readonly input: Input;
            readonly output: Input;
        } | undefined;
    };
}
export declare function createValidator<Input>(check: AjvValidate): ModelValidator<Input>;
/** Adds an error to those of a check that has found none yet, or some. */
export declare function addError(errors: AjvError[] | null, error: AjvError): AjvError[];
/** Length in code points, as JSON Schema counts it. */
export declare function codePoints(text: string): number;
/** Deep equality of JSON values, whatever the order of keys. */
export declare function isEqual(a: unknown, b: unknown): boolean;
