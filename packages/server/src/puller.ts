export interface PullerOptions<Item> {
  /** How many are worked on at the same time. */
  readonly concurrency: number;
  /** The next piece of work; undefined where there is none at the moment. */
  take(): Promise<Item | undefined>;
  /** Must not throw. */
  work(item: Item): Promise<void>;
  /** Gives back what was taken when it had been told to stop. */
  giveBack(item: Item): Promise<unknown>;
  /** Hears that nothing could be taken; it is not tried again until the next `pull`. */
  onFailure(error: unknown): void;
}

/** Takes work from a store and does it: one taker at a time, so much work at once. */
export interface Puller {
  /** There may be work. */
  pull(): void;
  /** Resolves when what `pull` has asked for has been taken. */
  settled(): Promise<void>;
  /** Takes nothing more; resolves when nothing is being taken. What is worked on goes on. */
  stop(): Promise<void>;
  /** Resolves when nothing is worked on. */
  idle(): Promise<void>;
}

export function createPuller<Item>(options: PullerOptions<Item>): Puller {
  const { concurrency, take, work, giveBack, onFailure } = options;
  const running = new Set<Promise<void>>();
  let taking: Promise<void> | undefined;
  let wanted = false;
  let stopped = false;

  const mayTake = () => wanted && !stopped && running.size < concurrency;

  /** A pull that comes while one takes makes it look once more. */
  function pull(): void {
    wanted = true;
    if (stopped) return;
    taking ??= takeAll()
      .catch(onFailure)
      .finally(() => {
        taking = undefined;
        // One that came between the last look and this moment.
        if (mayTake()) pull();
      });
  }

  async function takeAll(): Promise<void> {
    while (mayTake()) {
      wanted = false;
      const item = await take();
      if (item === undefined) continue;
      wanted = true;
      if (stopped) await giveBack(item);
      else start(item);
    }
  }

  function start(item: Item): void {
    const run = work(item).finally(() => {
      running.delete(run);
      pull();
    });
    running.add(run);
  }

  const settled = async () => {
    await taking;
  };

  return {
    pull,
    settled,
    async stop() {
      stopped = true;
      await settled();
    },
    async idle() {
      await Promise.allSettled(running);
    },
  };
}
