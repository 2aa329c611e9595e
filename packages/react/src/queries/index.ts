/**
 * The keys and options of the queries beneath the hooks, for prefetching on a server and for `useQuery`.
 *
 * @packageDocumentation
 */

export type { InputOf, Model } from "./model.js";
export { idOf } from "./model.js";
export {
  type ClientSource,
  type ModelsFilter,
  modelApi,
  type RequestQueryOptions,
  type RequestsFilter,
} from "./model-api.js";
export type { ModelSchema } from "./model-schema.js";
export {
  type CompletedState,
  errorOf,
  type FailedState,
  isEnded,
  type RequestState,
  type UnfinishedState,
} from "./request-state.js";
