import { expect, test } from "vitest";
import type { RequestStatus } from "./index.js";
import { RESET } from "./testing/fake-service.js";
import { DONE, heldStatus, setUp, status, timeline } from "./testing/set-up.js";
import { createVirtualClock } from "./testing/virtual-clock.js";

const HELD = "status wait=30";

test("the first look asks the server to hold it, and is the only one when the job ends within that", async () => {
  const { client, service } = await setUp({ status: [heldStatus("completed", 12_000)], result: [DONE] });
  await client.request("r1").wait();
  expect(timeline(service.calls)).toEqual([`0 ${HELD}`, "12000 result"]);
});

test("a server that holds is asked again at once", async () => {
  const { client, service } = await setUp({
    status: [
      heldStatus("in_queue", 30_000),
      heldStatus("in_progress", 7000),
      heldStatus("completed", 20_000),
    ],
    result: [DONE],
  });
  await client.request("r1").wait();
  expect(timeline(service.calls)).toEqual([`0 ${HELD}`, `30000 ${HELD}`, `37000 ${HELD}`, "57000 result"]);
});

test("a server that says that it holds and answers at once is asked four times in a row, and then with pauses", async () => {
  const positions = [9, 8, 7, 6, 5, 4, 3].map((position) =>
    heldStatus("in_queue", 0, { queue_position: position }),
  );
  const { client, service } = await setUp({
    status: [...positions, heldStatus("completed", 0)],
    result: [DONE],
  });
  await client.request("r1").wait();
  expect(service.of("status").map(({ at }) => at)).toEqual([
    0, 0, 0, 0, 250, 531.25, 847.65625, 1203.61328125,
  ]);
});

test("looks that were held follow each other at once, however many: a run tells how far it has come", async () => {
  const told = Array.from({ length: 20 }, (_, n) => heldStatus("in_progress", 1000, { progress: n / 20 }));
  const { client, service } = await setUp({
    status: [...told, heldStatus("completed", 300)],
    result: [DONE],
  });
  await client.request("r1").wait();
  expect(service.of("status").map(({ at }) => at)).toEqual(Array.from({ length: 21 }, (_, n) => 1000 * n));
  expect(service.of("result").map(({ at }) => at)).toEqual([20_300]);
});

test("a server that holds nothing is asked for it once, and then polled", async () => {
  const { client, service } = await setUp({
    status: [status("in_queue"), status("in_progress"), status("in_progress"), status("completed")],
    result: [DONE],
  });
  await client.request("r1").wait();
  expect(timeline(service.calls)).toEqual([
    `0 ${HELD}`,
    "250 status",
    "531.25 status",
    "847.65625 status",
    "847.65625 result",
  ]);
});

test("what a server has shown is known to the next wait of the same client, and to no other client's", async () => {
  const script = {
    status: [status("completed"), status("in_progress"), status("completed")],
    result: [DONE],
  };
  const { client, service, clock } = await setUp(script);
  await client.request("r1").wait();
  await client.request("r2").wait();
  expect(timeline(service.of("status"))).toEqual([`0 ${HELD}`, "250 status", "531.25 status"]);

  const other = await setUp(script, {}, { clock });
  await other.client.request("r3").wait();
  expect(timeline(other.service.of("status"))).toEqual([`531.25 ${HELD}`]);
});

test("pauses grow by an eighth up to five seconds", async () => {
  const { client, service } = await setUp({
    status: [...Array(40).fill(status("in_progress")), status("completed")],
    result: [DONE],
  });
  await client.request("r1").wait();
  const pauses = pausesOf(service.of("status"));
  expect(pauses[0]).toBe(250);
  for (const [index, pause] of pauses.entries()) {
    expect(pause).toBeCloseTo(Math.min(5000, 250 * 1.125 ** index), 6);
  }
  expect(pauses.at(-1)).toBeCloseTo(5000, 6);
});

test("the first pause and the longest one can be set", async () => {
  const { client, service } = await setUp(
    { status: [...Array(6).fill(status("in_progress")), status("completed")], result: [DONE] },
    { polling: { initialDelay: 100, maxDelay: 120 } },
  );
  await client.request("r1").wait();
  expect(pausesOf(service.of("status")).map(Math.round)).toEqual([100, 113, 120, 120, 120, 120]);
});

test.each([
  { chance: 0, first: 200 },
  { chance: 0.25, first: 225 },
  { chance: 0.999999, first: 300 },
])("chance $chance moves a pause of 250 ms to $first ms", async ({ chance, first }) => {
  const clock = createVirtualClock({ random: () => chance });
  const { client, service } = await setUp(
    { status: [status("in_progress"), status("completed")], result: [DONE] },
    {},
    { clock },
  );
  await client.request("r1").wait();
  expect(Math.round(pausesOf(service.of("status"))[0] ?? 0)).toBe(first);
});

test.each([
  ["whose connection is reset", RESET],
  ["that a gateway ends", { status: 504, text: "<html>gateway timeout</html>" }],
  ["that is never answered", { json: {}, after: Number.POSITIVE_INFINITY }],
] as const)("a hold %s is repeated without the hold", async (_, answer) => {
  const { client, service } = await setUp({ status: [answer, status("completed")], result: [DONE] });
  await client.request("r1").wait();
  expect(service.of("status").map(({ headers }) => headers.prefer)).toEqual(["wait=30", undefined]);
});

test("a held look may take the time of the hold and that of a call", async () => {
  const { client, service } = await setUp(
    { status: [heldStatus("completed", 30_000 + 999)], result: [DONE] },
    { retry: { attemptTimeout: 1000 } },
  );
  await client.request("r1").wait();
  expect(timeline(service.calls)).toEqual([`0 ${HELD}`, "30999 result"]);
});

test("a wait with a listener looks once at once, and then has the looks held", async () => {
  const { client, service } = await setUp({
    status: [heldStatus("in_queue", 30_000), heldStatus("in_progress", 3000), heldStatus("completed", 9000)],
    result: [DONE],
  });
  const seen: [number, string][] = [];
  await client.request("r1").wait({ onStatus: (change) => seen.push([service.calls.length, change.status]) });
  expect(timeline(service.calls)).toEqual(["0 status", `250 ${HELD}`, `3250 ${HELD}`, "12250 result"]);
  expect(seen).toEqual([
    [1, "in_queue"],
    [2, "in_progress"],
    [3, "completed"],
  ]);
});

test("an iterator looks once at once, and then has the looks held", async () => {
  const { client, service } = await setUp({
    status: [heldStatus("in_queue", 30_000), heldStatus("completed", 3000)],
  });
  const seen: RequestStatus[] = [];
  for await (const change of client.request("r1")) seen.push(change);
  expect(seen).toEqual([{ status: "in_queue" }, { status: "completed" }]);
  expect(timeline(service.calls)).toEqual(["0 status", `250 ${HELD}`]);
});

test("a change of the place in the queue is a change, and the same place is none", async () => {
  const { client } = await setUp({
    status: [
      status("in_queue", { queue_position: 2 }),
      status("in_queue", { queue_position: 2 }),
      status("in_queue", { queue_position: 1 }),
      status("in_queue", { queue_position: 0 }),
      status("in_queue"),
      status("completed"),
    ],
  });
  const seen: RequestStatus[] = [];
  for await (const change of client.request("r1").watch()) seen.push(change);
  expect(seen).toEqual([
    { status: "in_queue", queuePosition: 2 },
    { status: "in_queue", queuePosition: 1 },
    { status: "in_queue", queuePosition: 0 },
    { status: "in_queue" },
    { status: "completed" },
  ]);
});

test("progress is a change", async () => {
  const { client } = await setUp({
    status: [
      status("in_progress"),
      status("in_progress", { progress: 0.5 }),
      status("in_progress", { progress: 0.5 }),
      status("completed"),
    ],
    result: [DONE],
  });
  const seen: RequestStatus[] = [];
  await client.request("r1").wait({ onStatus: (change) => seen.push(change) });
  expect(seen).toEqual([
    { status: "in_progress" },
    { status: "in_progress", progress: 0.5 },
    { status: "completed" },
  ]);
});

test("words of the wire that mean a documented status are read as such; an unknown word does not end the waiting", async () => {
  const { client } = await setUp({
    status: ["starting", "warming", "processing", "succeeded"].map((word) => status(word)),
    result: [{ json: { ...DONE.json, status: "succeeded" } }],
  });
  const seen: RequestStatus[] = [];
  expect((await client.request("r1").wait({ onStatus: (change) => seen.push(change) })).status).toBe(
    "completed",
  );
  expect(seen).toEqual([
    { status: "in_queue" },
    { status: "unknown", reported: "warming" },
    { status: "in_progress" },
    { status: "completed" },
  ]);
});

test("an iteration that is left early asks no further", async () => {
  const { client, service, clock } = await setUp({ status: [status("in_queue")] });
  for await (const _ of client.request("r1")) break;
  expect(service.calls).toHaveLength(1);
  expect(clock.pending.filter((ms) => ms >= 250)).toEqual([]);
});

function pausesOf(calls: readonly { readonly at: number }[]): number[] {
  return calls.slice(1).map(({ at }, index) => at - (calls[index]?.at ?? 0));
}
