import type { Clock } from "./clock.js";
import type { RequestStatus } from "./requests.js";
import type { Store } from "./store/store.js";

/** What a caller knows of a request. */
export type Standing = Pick<RequestStatus, "state" | "progress">;

/** Calls that wait for a request to change its state, or its run to come further. Nothing polls: the store announces changes. */
export interface StateWaiters {
  /**
   * Resolves when a request's state or progress is another one than `from`, and at the latest after `ms`, when `signal` is aborted, or
   * when the server closes. It does not say which of them it was: whoever waited reads the request again.
   */
  untilChanged(requestId: string, from: Standing, ms: number, signal: AbortSignal): Promise<void>;
  /** How many calls wait. */
  readonly size: number;
  /** Lets all of them go, and whoever comes later does not wait at all. */
  close(): void;
}

interface Waiter {
  readonly from: Standing;
  end(): void;
}

export function createStateWaiters(store: Store, clock: Clock): StateWaiters {
  const waiting = new Map<string, Set<Waiter>>();
  let closed = false;

  const unsubscribe = store.onStateChange((requestId, state) => {
    const waiters = [...(waiting.get(requestId) ?? [])];
    const isKnown = ({ from }: Waiter) => from.state === state;
    for (const waiter of waiters) if (!isKnown(waiter)) waiter.end();
    // An announcement does not say how far a run has come.
    if (state === "in_progress") lookAtProgress(requestId, waiters.filter(isKnown));
  });

  /** Lets those go for whom a request is not what it was. */
  function lookAtProgress(requestId: string, waiters: readonly Waiter[]): void {
    if (waiters.length === 0) return;
    store.findStatus(requestId).then(
      (now) => {
        for (const { from, end } of waiters)
          if (now?.state !== from.state || now.progress !== from.progress) end();
      },
      () => {
        for (const { end } of waiters) end();
      },
    );
  }

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
        if (from.state === "in_progress") return lookAtProgress(requestId, [waiter]);
        store.stateOf(requestId).then((state) => {
          if (state !== from.state) end();
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
