// Generated from schemas/ by `pnpm codegen`. Do not edit.
/** A limit of a media file, as a schema says it in `x-file-rules`; comparisons are strict. */
export interface FileRule {
    readonly measure: string;
    readonly comparison: "<" | ">";
    readonly value: number;
    readonly message?: string;
}
/** What is known of a file. What is not known is not judged. */
export interface FileFacts {
    readonly bytes?: number | undefined;
    /** Pixels. */
    readonly width?: number | undefined;
    readonly height?: number | undefined;
    readonly seconds?: number | undefined;
}
/** The rules that a file breaks, each as words that follow the file's name; empty when it breaks none that can be judged. */
export declare function brokenFileRules(rules: readonly FileRule[], facts: FileFacts): string[];
