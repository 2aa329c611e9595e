// Generated from schemas/ by `pnpm codegen`. Do not edit.
import type { ValidationIssue } from "./issues.js";
import type { ModelValidator } from "./validator.js";
/** A problem of an input, with what a person most likely meant. */
export interface InputIssue extends ValidationIssue {
    /** The allowed value or name nearest to what was given. */
    readonly suggestion?: string;
}
/** What of a model's module the check needs. */
export interface CheckedModel {
    readonly inputSchema: {
        readonly properties: {
            readonly [field: string]: unknown;
        };
    };
    readonly validator: ModelValidator<unknown>;
}
export interface CheckOptions {
    /**
     * What to do with fields that the schema does not name: the wire allows them; where a person types, refuse them.
     * @default "allow"
     */
    readonly unknownFields?: "allow" | "refuse";
}
/** All problems of an input, worded for a person: with suggestions, and with names that the model does not know. */
export declare function checkInput(model: CheckedModel, input: unknown, options?: CheckOptions): InputIssue[];
