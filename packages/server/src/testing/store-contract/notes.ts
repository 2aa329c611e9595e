import { expect, test } from "vitest";
import type { RequestState } from "../../requests.js";
import { eventually, FAILURE, FILES, NOON, type StoreRig } from "./rig.js";

/** What a run lets be known of itself while it is under way. */
export function notesContract(rig: StoreRig): void {
  const { add, addAll, claim, claimed } = rig;
  const found = (id = "a") => rig.store.findRequest(id);

  test("a run's progress is in the request, its status and lists, and its reference in the request", async () => {
    await add("a");
    const run = await claimed();
    expect(run.request).not.toHaveProperty("progress");
    expect(await rig.store.note(run, { progress: 0.25 })).toBe(true);
    expect(await rig.store.note(run, { reference: "job 7" })).toBe(true);
    expect(await found()).toMatchObject({ state: "in_progress", progress: 0.25, reference: "job 7" });
    expect(await rig.store.findStatus("a")).toMatchObject({ state: "in_progress", progress: 0.25 });
    const { requests } = await rig.store.listRequests({ keyId: "k", limit: 9 });
    expect(requests).toMatchObject([{ id: "a", progress: 0.25 }]);
    expect(await rig.store.note(run, { progress: 1, reference: "job 8" })).toBe(true);
    expect(await found()).toMatchObject({ progress: 1, reference: "job 8" });
  });

  test("whoever has lost the lease keeps nothing of the run", async () => {
    await add("a");
    const lost = await claimed("one");
    await rig.store.release(lost);
    const known = { progress: 0.5, reference: "old" };
    expect(await rig.store.note(lost, known)).toBe(false);
    const current = await claimed("two");
    expect(await rig.store.note(lost, known)).toBe(false);
    expect(await found()).not.toHaveProperty("progress");
    expect(await found()).not.toHaveProperty("reference");
    await rig.store.finish(current, FILES, NOON);
    expect(await rig.store.note(current, known)).toBe(false);
    expect(await found()).not.toHaveProperty("reference");
  });

  test("what is known of a run is there when the store is opened again, and whoever takes it over is told", async () => {
    await addAll("a", "b");
    const run = await rig.store.claim({ id: "dead", ms: 0, now: NOON });
    if (!run) throw new Error("nothing was there to be claimed");
    await rig.store.note(run, { progress: 0.5, reference: "job 7" });
    await rig.reopen();
    expect(await found()).toMatchObject({ progress: 0.5, reference: "job 7" });
    const [orphan] = await rig.store.orphans();
    expect(orphan?.request).toMatchObject({ id: "a", reference: "job 7" });
    if (orphan) await rig.store.release(orphan);
    expect((await claim())?.request).toMatchObject({ id: "a", attempts: 2, reference: "job 7" });
  });

  test("a release forgets the progress, and the reference only where the next run is to begin afresh", async () => {
    await add("a");
    const first = await claimed("1");
    await rig.store.note(first, { progress: 0.5, reference: "job 7" });
    await rig.store.release(first);
    expect(await rig.store.findStatus("a")).not.toHaveProperty("progress");
    const second = await claimed("2");
    expect(second.request).toMatchObject({ reference: "job 7" });
    expect(second.request).not.toHaveProperty("progress");
    await rig.store.release(second, { afresh: true });
    expect(await found()).not.toHaveProperty("reference");
    expect((await claimed("3")).request).not.toHaveProperty("reference");
  });

  test("the end keeps the cost and the reference, and forgets the progress", async () => {
    await addAll("a", "b", "c");
    for (const outcome of [{ ...FILES, cost: 0.0425 }, FAILURE]) {
      const run = await claimed();
      await rig.store.note(run, { progress: 0.5, reference: "job 7" });
      await rig.store.finish(run, outcome, NOON);
      const ended = await found(run.request.id);
      expect(ended).toMatchObject({ ...outcome, reference: "job 7" });
      expect(ended).not.toHaveProperty("progress");
    }
    await rig.store.finish(await claimed(), FILES, NOON);
    expect(await found("b")).not.toHaveProperty("cost");
    expect(await found("c")).not.toHaveProperty("cost");
  });

  test("progress is announced when it is another one, and a reference is not", async () => {
    const heard: RequestState[] = [];
    const read: Promise<unknown>[] = [];
    rig.store.onStateChange((id, state) => {
      heard.push(state);
      read.push(rig.store.findStatus(id));
    });
    await add("a");
    const run = await claimed();
    await rig.store.note(run, { progress: 0 });
    await rig.store.note(run, { progress: 0 });
    await rig.store.note(run, { reference: "job 7" });
    await rig.store.note(run, { progress: 0.5, reference: "job 7" });
    await rig.store.note({ ...run, leaseId: "other" }, { progress: 0.7 });
    await rig.store.cancel("a", NOON);
    await rig.store.finish(run, FILES, NOON);
    const expected = ["in_queue", "in_progress", "in_progress", "in_progress", "completed"];
    expect(await eventually(async () => heard, expected)).toEqual(expected);
    expect(await read.at(-1)).toMatchObject({ state: "completed" });
  });
}
