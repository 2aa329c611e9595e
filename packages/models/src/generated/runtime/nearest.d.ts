// Generated from schemas/ by `pnpm codegen`. Do not edit.
/**
 * The candidates that a person most likely meant, the nearest first, at most `count`: those that differ in no more
 * than a third of the longer word. Case does not count.
 */
export declare function nearestOf(word: string, candidates: Iterable<string>, count: number): string[];
/** The candidate that a person most likely meant, or undefined when none is close. */
export declare function nearest(word: string, candidates: Iterable<string>): string | undefined;
