// Generated from schemas/ by `pnpm codegen`. Do not edit.
export { nearest, nearestOf } from "./runtime/nearest.js";
