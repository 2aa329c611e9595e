import type { RequestState } from "../requests.js";
import type { StateListener } from "./store.js";

/** Tells listeners of changes. */
export class Announcer {
  readonly #listeners = new Set<StateListener>();

  tell(requestId: string, state: RequestState): void {
    for (const listener of this.#listeners) listener(requestId, state);
  }

  listen(listener: StateListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
