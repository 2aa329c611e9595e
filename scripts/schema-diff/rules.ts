/** The rules of the diff, in the one place that says where they come from: nothing public of the package has them. */
export {
  type Bump,
  bumpFor,
  covers,
  diffModels,
  type ModelDiff,
  type Step,
  stepFor,
} from "../../packages/codegen/src/diff/index.js";
