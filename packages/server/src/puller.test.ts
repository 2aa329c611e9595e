import { expect, test } from "vitest";
import { createPuller, type Puller } from "./puller.js";
import { until } from "./testing/servers.js";

interface Rig {
  readonly puller: Puller;
  readonly queue: string[];
  /** What is being worked on, with what ends it. */
  readonly running: Map<string, () => void>;
  readonly givenBack: string[];
  readonly failures: unknown[];
  /** How many were taken at the same time, at most. */
  readonly takers: { now: number; most: number };
  failing: boolean;
}

function rig(concurrency: number): Rig {
  const made = {
    queue: [] as string[],
    running: new Map<string, () => void>(),
    givenBack: [] as string[],
    failures: [] as unknown[],
    takers: { now: 0, most: 0 },
    failing: false,
  };
  const puller = createPuller<string>({
    concurrency,
    async take() {
      made.takers.most = Math.max(made.takers.most, ++made.takers.now);
      await new Promise((resolve) => setImmediate(resolve));
      made.takers.now--;
      if (made.failing) throw new Error("the store is away");
      return made.queue.shift();
    },
    work: (item) =>
      new Promise((resolve) => {
        made.running.set(item, () => {
          made.running.delete(item);
          resolve();
        });
      }),
    giveBack: async (item) => made.givenBack.push(item),
    onFailure: (error) => made.failures.push(error),
  });
  return Object.assign(made, { puller });
}

test("so much is worked on at once, and what ends makes room for the next", async () => {
  const { puller, queue, running, takers } = rig(2);
  queue.push("a", "b", "c");
  puller.pull();
  puller.pull();
  await puller.settled();
  expect([[...running.keys()], queue]).toEqual([["a", "b"], ["c"]]);
  running.get("a")?.();
  await until(() => running.has("c"));
  expect(takers.most).toBe(1);
});

test("a pull that comes while nothing was found makes it look once more", async () => {
  const { puller, queue, running } = rig(1);
  puller.pull();
  await Promise.resolve();
  queue.push("late");
  puller.pull();
  await until(() => running.has("late"));
});

test("what is taken while it is told to stop is given back, and nothing more is taken", async () => {
  const { puller, queue, running, givenBack } = rig(2);
  queue.push("a", "b");
  puller.pull();
  await puller.stop();
  puller.pull();
  await puller.settled();
  expect([givenBack, queue, running.size]).toEqual([["a"], ["b"], 0]);
});

test("a take that fails is told, and the next pull tries again", async () => {
  const work = rig(1);
  work.queue.push("a");
  work.failing = true;
  work.puller.pull();
  await work.puller.settled();
  expect([work.failures.length, work.running.size]).toEqual([1, 0]);
  work.failing = false;
  work.puller.pull();
  await until(() => work.running.has("a"));
  const idle = work.puller.idle();
  work.running.get("a")?.();
  await idle;
});
