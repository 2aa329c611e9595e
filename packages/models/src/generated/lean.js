// Generated from schemas/ by `pnpm codegen`. Do not edit.
export { checkInput } from "./runtime/check-input.js";
export { brokenFileRules } from "./runtime/file-rules.js";
export { fitsPattern } from "./runtime/fits-pattern.js";
export { nearest, nearestOf } from "./runtime/nearest.js";
export { choicesOf, typeOf } from "./runtime/field-type.js";
