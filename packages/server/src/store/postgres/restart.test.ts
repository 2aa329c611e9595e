import { expect, test, vi } from "vitest";
import { addAll, claimed, FILES, NOON, storeSuite } from "../../testing/postgres-suite.js";

const suite = storeSuite();

test("a database that crashes rejects what is under way, loses nothing it has acknowledged, and is used again", async () => {
  const [mine, theirs] = await Promise.all([suite.open(), suite.open()]);
  const heard = new Set<string>();
  theirs.onStateChange((id) => heard.add(id));
  await addAll(mine, ["first"]);
  const claim = await claimed(mine, "lease");

  const ids = Array.from({ length: 200 }, (_, n) => `r${n}`);
  const calls = ids.map((id) => addAll(mine, [id]));
  const settled = Promise.allSettled(calls);
  // In the middle of them.
  await calls[20];
  await suite.postgres.crash();
  const results = await settled;
  const failed = results.filter(({ status }) => status === "rejected");
  expect(failed.length).toBeGreaterThan(0);
  await expect(mine.ping()).rejects.toThrow();
  await suite.postgres.start();

  await vi.waitFor(() => mine.ping(), 10_000);
  const states = await Promise.all(ids.map((id) => theirs.stateOf(id)));
  for (const [n, result] of results.entries())
    if (result.status === "fulfilled") expect(states[n]).toBe("in_queue");
  expect(await mine.finish(claim, FILES, NOON)).toBe(true);
  const queued = states.filter((state) => state === "in_queue").length;
  for (let n = 0; n < queued; n++) await claimed(theirs, `again ${n}`);
  expect(await mine.depth()).toEqual({ queued: 0, running: queued });

  let tries = 0;
  await vi.waitFor(
    async () => {
      const id = `told-${tries++}`;
      await addAll(mine, [id]);
      await vi.waitFor(() => expect(heard).toContain(id), 200);
    },
    { timeout: 15_000, interval: 0 },
  );
  expect((await theirs.findStatus(`told-${tries - 1}`))?.ahead).toBe(tries - 1);
});
