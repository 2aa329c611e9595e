import type { Clock } from "./clock.js";
import type { RequestState } from "./requests.js";
import type { Store } from "./store/store.js";

/** Calls that wait for a request to change its state. Nothing polls: the store announces changes. */
export interface StateWaiters {
  /**
   * Resolves when the state of a request is another one than `from`, and at the latest after `ms`, when `signal` is aborted, or
   * when the server closes. It does not say which of them it was: whoever waited reads the request again.
   */
  untilChanged(requestId: string, from: RequestState, ms: number, signal: AbortSignal): Promise<void>;
  /** How many calls wait. */
  readonly size: number;
  /** Lets all of them go, and whoever comes later does not wait at all. */
  close(): void;
}

interface Waiter {
  readonly from: RequestState;
  end(): void;
}

export function createStateWaiters(store: Store, clock: Clock): StateWaiters {
  const waiting = new Map<string, Set<Waiter>>();
  let closed = false;

  const unsubscribe = store.onStateChange((requestId, state) => {
    for (const waiter of waiting.get(requestId) ?? []) if (waiter.from !== state) waiter.end();
  });

  function add(requestId: string, waiter: Waiter): void {
    const others = waiting.get(requestId);
    if (others) others.add(waiter);
    else waiting.set(requestId, new Set([waiter]));
  }

  function remove(requestId: string, waiter: Waiter): void {
    const others = waiting.get(requestId);
    if (others?.delete(waiter) && others.size === 0) waiting.delete(requestId);
  }

  return {
    untilChanged(requestId, from, ms, signal) {
      if (closed || signal.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        const end = () => {
          disarm();
          signal.removeEventListener("abort", end);
          remove(requestId, waiter);
          resolve();
        };
        const waiter = { from, end };
        const disarm = clock.after(ms, end);
        signal.addEventListener("abort", end);
        add(requestId, waiter);
        // Only now that a change would be heard: one that came between the caller's reading and this moment is seen here.
        store.stateOf(requestId).then((state) => {
          if (state !== from) end();
        }, end);
      });
    },
    get size() {
      let size = 0;
      for (const waiters of waiting.values()) size += waiters.size;
      return size;
    },
    close() {
      closed = true;
      unsubscribe();
      for (const waiters of waiting.values()) for (const waiter of waiters) waiter.end();
    },
  };
}
