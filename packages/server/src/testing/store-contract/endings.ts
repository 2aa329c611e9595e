import { expect, test } from "vitest";
import type { RequestState } from "../../requests.js";
import { keyRecord } from "../keys.js";
import { eventually, FILES, NOON, type StoreRig, WEBHOOK } from "./rig.js";

/** What follows from a change: webhooks, announcements, and what is there afterwards. */
export function endingsContract(rig: StoreRig): void {
  const { add, addAll, claim, claimed } = rig;

  test("the end of a request that has a webhook is due at once, and is one worker's until it is settled", async () => {
    await add("a", { webhook: WEBHOOK });
    await add("b", { webhook: WEBHOOK });
    await add("c");
    expect(await rig.store.nextWebhookAt()).toBeUndefined();
    await rig.store.finish(await claimed("1"), FILES, NOON);
    await rig.store.cancel("b", NOON + 10);
    await rig.store.cancel("c", NOON + 10);
    expect(await rig.store.nextWebhookAt()).toBe(NOON);
    expect(await rig.store.claimWebhook(NOON - 1, 1000)).toBeUndefined();
    const first = await rig.store.claimWebhook(NOON + 20, 1000);
    expect(first).toMatchObject({
      requestId: "a",
      state: "completed",
      target: WEBHOOK,
      secret: keyRecord().webhookSecret,
      attempts: 0,
    });
    const second = await rig.store.claimWebhook(NOON + 20, 1000);
    expect(second).toMatchObject({ requestId: "b", state: "cancelled" });
    expect(await rig.store.claimWebhook(NOON + 20, 1000)).toBeUndefined();
    await rig.store.settleWebhook(first?.id ?? "", undefined);
    await rig.store.settleWebhook(second?.id ?? "", NOON + 500);
    expect(await rig.store.nextWebhookAt()).toBe(NOON + 500);
    expect(await rig.store.claimWebhook(NOON + 500, 1000)).toMatchObject({ id: second?.id, attempts: 1 });
    // Whoever took it is gone: it is due again when it is not held any more.
    expect(await rig.store.claimWebhook(NOON + 1500, 1000)).toMatchObject({ id: second?.id, attempts: 2 });
  });

  test("changes are announced in their order, and can be read by whoever hears of them", async () => {
    const heard: [string, RequestState][] = [];
    const read: Promise<unknown>[] = [];
    const stop = rig.store.onStateChange((id, state) => {
      heard.push([id, state]);
      read.push(rig.store.stateOf(id));
    });
    await add("a");
    await rig.store.release(await claimed("1"));
    await rig.store.finish(await claimed("2"), FILES, NOON);
    const expected = [
      ["a", "in_queue"],
      ["a", "in_progress"],
      ["a", "in_queue"],
      ["a", "in_progress"],
      ["a", "completed"],
    ];
    expect(await eventually(async () => heard, expected)).toEqual(expected);
    expect(await read.at(-1)).toBe("completed");
    stop();
    await add("b");
    expect(heard).toHaveLength(5);
  });

  test("what was there when it was closed is there when it is opened", async () => {
    await addAll("a", "b");
    await rig.store.cancel("a", NOON);
    await rig.reopen();
    await rig.store.ping();
    expect(await rig.store.stateOf("a")).toBe("cancelled");
    expect(await rig.store.depth()).toEqual({ queued: 1, running: 0 });
    expect((await claim())?.request.id).toBe("b");
  });
}
