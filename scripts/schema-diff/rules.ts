/** The rules of the diff are the package's; see packages/codegen/src/diff/README.md. */
export {
  type Bump,
  bumpFor,
  covers,
  diffModels,
  type ModelDiff,
  type Step,
  stepFor,
} from "@model-api/codegen";
