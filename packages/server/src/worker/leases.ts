import type { Clock } from "../clock.js";
import type { Logger } from "../logger.js";
import type { Store } from "../store/store.js";

/** Holds the leases of what this process runs, for as long as it runs. */
export interface Leases {
  /** From now on the lease is held; `lose` is called when it could not be. Returns what lets go of it. */
  hold(leaseId: string, lose: () => void): () => void;
  stop(): void;
}

/**
 * On a store of this process's own there is nothing to do: a lease ends with the process. On a shared one each lease is extended long
 * before it ends; where that fails for as long as a lease lasts, it counts as lost, since another worker may have taken the request over.
 */
export function createLeases(store: Store, clock: Clock, log: Logger, leaseMs: number): Leases {
  const held = new Map<string, { lose: () => void; until: number }>();
  let disarm: (() => void) | undefined;

  function arm(): void {
    if (store.shared && held.size > 0) disarm ??= clock.after(leaseMs / 3, () => void extend());
  }

  async function extend(): Promise<void> {
    disarm = undefined;
    const ids = [...held.keys()];
    const asked = clock.now();
    try {
      const extended = await store.extend(ids, leaseMs);
      for (const id of ids) {
        const lease = held.get(id);
        if (!lease) continue;
        if (extended.has(id)) lease.until = asked + leaseMs;
        else lose(id);
      }
    } catch (error) {
      log.warn({ err: error }, "the leases of running requests could not be extended; trying again");
      for (const id of ids) if ((held.get(id)?.until ?? Infinity) <= clock.now()) lose(id);
    }
    arm();
  }

  function lose(id: string): void {
    const lease = held.get(id);
    held.delete(id);
    lease?.lose();
  }

  return {
    hold(leaseId, lose) {
      held.set(leaseId, { lose, until: clock.now() + leaseMs });
      arm();
      return () => held.delete(leaseId);
    },
    stop() {
      held.clear();
      disarm?.();
    },
  };
}
