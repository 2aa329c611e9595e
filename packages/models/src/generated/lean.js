// Generated from schemas/ by `pnpm codegen`. Do not edit.
export { nearest } from "./runtime/nearest.js";
