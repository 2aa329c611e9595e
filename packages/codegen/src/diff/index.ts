export type { Level, SchemaChange } from "./change.js";
export { diffModels, type ModelDiff } from "./diff-models.js";
export { diffInputSchemas } from "./diff-schemas.js";
export { type Bump, bumpFor, covers, type Step, stepFor } from "./step.js";
