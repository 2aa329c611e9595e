// Generated from schemas/ by `pnpm codegen`. Do not edit.

/** Two to five segments of letters, digits, `_`, `.` and `-`, none of them only dots. */
export const MODEL_ID: RegExp = /^(?!(.*\/)?\.+(\/|$))[\w.-]+(\/[\w.-]+){1,4}$/;

/** The characters of the longest model id. */
export const MODEL_ID_LENGTH = 256;

export const REQUEST_ID: RegExp = /^[\w-]{1,128}$/;
