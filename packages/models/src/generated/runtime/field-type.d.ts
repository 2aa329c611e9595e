// Generated from schemas/ by `pnpm codegen`. Do not edit.
/** The types of JSON Schema. */
export type FieldType = "string" | "integer" | "number" | "boolean" | "array" | "object" | "null";
/** The one type that a field has besides null; undefined where it may be of several, or of any. */
export declare function typeOf(schema: {
    readonly type?: FieldType | readonly FieldType[] | undefined;
}): Exclude<FieldType, "null"> | undefined;
/** The values that a field offers a choice of: texts and numbers, not null. Undefined where it offers none. */
export declare function choicesOf(schema: {
    readonly enum?: readonly unknown[] | undefined;
}): (string | number)[] | undefined;
