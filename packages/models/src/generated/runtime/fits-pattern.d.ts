// Generated from schemas/ by `pnpm codegen`. Do not edit.
/**
 * Whether a model's id fits a pattern, in which `*` stands for any characters, slashes among them. Takes no longer than both are: a
 * regular expression of many stars could take for ever.
 */
export declare function fitsPattern(modelId: string, pattern: string): boolean;
