import type { ConnectionError, CostLimitError, InvalidInputError, ModelApiError } from "./errors/index.js";
import type { Http } from "./http.js";
import type { ResolvedOptions } from "./options.js";

/**
 * What the core lends to the code that is loaded later. That code imports none of the core: a bundler would cut the core in
 * two, and a second copy of a class would not be an `instanceof` the first.
 */
export interface Lent extends Http {
  readonly options: ResolvedOptions;
  /** Makes a call and repeats it where that may help. */
  repeat<T>(call: () => Promise<T>, signal: AbortSignal | undefined): Promise<T>;
  readonly errors: {
    readonly ModelApiError: typeof ModelApiError;
    readonly ConnectionError: typeof ConnectionError;
    readonly CostLimitError: typeof CostLimitError;
    readonly InvalidInputError: typeof InvalidInputError;
  };
}
