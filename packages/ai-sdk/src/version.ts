declare const __VERSION__: string | undefined;

/** This package's version, put in by the build. */
export const VERSION: string = typeof __VERSION__ === "undefined" ? "source" : __VERSION__;
