// Generated from schemas/ by `pnpm codegen`. Do not edit.
/** One problem of a value, in the shape of Standard Schema, with what a program needs to help further. */
export interface ValidationIssue {
    /** What is wrong, in words that follow the field's name, e.g. `must be one of …`. */
    readonly message: string;
    /** Keys and indices from the top of the value; empty for the value as a whole. */
    readonly path: readonly (string | number)[];
    /** The JSON Schema keyword that refused, or `unknownField`. */
    readonly keyword: string;
    /**
     * What the keyword says, for wording the problem in another language: `limit` of lengths, numbers of items and ranges, `type`,
     * `format`, `pattern`, `multipleOf`. Not where `allowed` says it.
     */
    readonly params?: Readonly<Record<string, unknown>>;
    /** The values that are allowed, where they can be listed. */
    readonly allowed?: readonly unknown[];
    /** What was given, where `allowed` is there. */
    readonly given?: unknown;
}
/** An error as Ajv's generated code leaves it. */
export interface AjvError {
    readonly instancePath: string;
    readonly keyword: string;
    readonly params: Record<string, unknown>;
}
export declare function toIssue(error: AjvError, root: unknown): ValidationIssue;
