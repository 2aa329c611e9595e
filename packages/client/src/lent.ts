import type { UntypedModel } from "./client.js";
import type { ConnectionError, CostLimitError, InvalidInputError } from "./errors/index.js";
import type { Parts } from "./follow.js";
import type { RequestHandle } from "./request-handle.js";
import type { withRetries } from "./retry.js";

/**
 * What the core lends to the code that is loaded later. That code imports none of the core: a bundler would cut the core in
 * two, and a second copy of a class would not be an `instanceof` the first.
 */
export interface Lent extends Parts {
  /** The id of a model, checked. */
  idOf(model: string | UntypedModel): string;
  /** The handle of a request, whose id it checks. */
  handle(id: string, model?: string): RequestHandle;
  /** Makes a call and repeats it where that may help. */
  readonly repeat: typeof withRetries;
  /** Not by their names, which no minifier shortens. */
  readonly errors: readonly [
    connection: typeof ConnectionError,
    costLimit: typeof CostLimitError,
    invalidInput: typeof InvalidInputError,
  ];
}
