// Generated from schemas/ by `pnpm codegen`. Do not edit.
/**
 * The candidate that a person most likely meant, or undefined when none is close: at most a third of the
 * longer word may differ. Case does not count.
 */
export declare function nearest(word: string, candidates: Iterable<string>): string | undefined;
