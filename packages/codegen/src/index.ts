/**
 * Types and validators from schemas, what a schema edit means for users, and the same for a project's own models.
 *
 * @packageDocumentation
 */

export { BANNER } from "./banner.js";
export {
  type Bump,
  bumpFor,
  covers,
  diffInputSchemas,
  diffModels,
  type Level,
  type ModelDiff,
  type SchemaChange,
  type Step,
  stepFor,
} from "./diff/index.js";
export { escapeComment, fieldDoc } from "./doc-comment.js";
export { emitModel, metadataOf } from "./emit-model.js";
export { inputInterface, interfaceOf } from "./emit-types.js";
export type { FileRule, JsonSchema, ModelFile, ObjectSchema } from "./json-schema.js";
export { filePath, fromModule, idOfPath, modulePath, typeName, typeNames } from "./names.js";
export type { Note } from "./normalise/context.js";
export { type Normalised, normaliseInputSchema } from "./normalise/normalise.js";
export { findStale, type Generated, type Stale, write } from "./output.js";
export {
  addModels,
  checkProject,
  type ProjectOptions,
  type ProjectReport,
  type ReadSource,
  syncProject,
} from "./project/project.js";
export { SchemaError } from "./schema-error.js";
export { toJs } from "./to-js.js";
