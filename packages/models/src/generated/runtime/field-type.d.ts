// Generated from schemas/ by `pnpm codegen`. Do not edit.
/** The types of JSON Schema. */
export type FieldType = "string" | "integer" | "number" | "boolean" | "array" | "object" | "null";
/** The one type that a field has besides null; undefined where it may be of several, or of any, or where there is no field. */
export declare function typeOf(schema: {
    readonly type?: FieldType | readonly FieldType[] | undefined;
} | undefined): Exclude<FieldType, "null"> | undefined;
/** The values that a field offers a choice of: texts and numbers, not null. Undefined where it offers none. */
export declare function choicesOf(schema: {
    readonly enum?: readonly unknown[] | undefined;
} | undefined): (string | number)[] | undefined;
