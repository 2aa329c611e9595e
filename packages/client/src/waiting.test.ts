import { afterEach, expect, test, vi } from "vitest";
import { createClient, type ModelApiClient } from "./index.js";
import type { FakeAnswer } from "./testing/fake-service.js";
import { DONE, heldStatus, rejection, setUp, status } from "./testing/set-up.js";

afterEach(() => vi.unstubAllGlobals());

const waitForMany = (client: ModelApiClient, count: number) =>
  Promise.all(Array.from({ length: count }, (_, index) => client.request(`r${index}`).wait()));

const pausesOf = (times: readonly number[]) => times.slice(1).map((at, index) => at - (times[index] ?? 0));

test("looks of many waiters come one after the other, five milliseconds apart", async () => {
  const { client, service } = await setUp({ status: [status("completed")], result: [DONE] });
  await client.request("first").wait();
  await waitForMany(client, 20);
  const looks = service.of("status").slice(1);
  expect(looks).toHaveLength(20);
  expect(pausesOf(looks.map(({ at }) => at))).toEqual(Array(19).fill(5));
});

test("waiters that a Retry-After sends back at the same time come one after the other", async () => {
  const busy: FakeAnswer = {
    status: 429,
    headers: { "retry-after": "2" },
    json: { error_code: 429, error_message: "slow down" },
  };
  const { client, service } = await setUp({
    status: [...Array(10).fill(busy), status("completed")],
    result: [DONE],
  });
  await waitForMany(client, 10);
  const looks = service.of("status");
  expect(looks.slice(0, 10).map(({ at }) => at)).toEqual(Array(10).fill(0));
  expect(looks.slice(10).map(({ at }) => at)).toEqual(
    Array.from({ length: 10 }, (_, index) => 2000 + 5 * index),
  );
});

test("more waiters than the schedule has room for look more rarely, and never faster", async () => {
  const { client, service } = await setUp(
    { status: [...Array(240).fill(status("in_progress")), status("completed")], result: [DONE] },
    { polling: { initialDelay: 100, maxDelay: 100 } },
  );
  await client.request("first").status();
  await waitForMany(client, 60);
  const times = service
    .of("status")
    .filter(({ headers }) => !headers.prefer)
    .slice(1)
    .map(({ at }) => at);
  expect(times.length).toBeGreaterThan(180);
  expect(Math.min(...pausesOf(times))).toBeGreaterThanOrEqual(5);
});

test("a look that somebody asks for by hand waits for no turn", async () => {
  const { client, service } = await setUp({ status: [status("completed")] });
  await Promise.all([1, 2, 3].map((index) => client.request(`r${index}`).status()));
  expect(service.calls.map(({ at }) => at)).toEqual([0, 0, 0]);
});

test("a waiter that is aborted before its turn leaves at once, and the others keep their distance", async () => {
  const { client, service, clock } = await setUp({ status: [status("completed")], result: [DONE] });
  await client.request("first").wait();
  const controller = new AbortController();
  const reason = new Error("the user left");
  const others = [waitForMany(client, 2)];
  const aborted = rejection(client.request("leaver").wait({ signal: controller.signal }));
  others.push(waitForMany(client, 2));
  // All looks are due after 250 ms; the third one's turn is ten later.
  clock.later(252, () => controller.abort(reason));
  expect(await aborted).toBe(reason);
  expect(clock.elapsed).toBe(252);
  await Promise.all(others);
  const looks = service.of("status").slice(1);
  expect(looks.filter(({ path }) => path.includes("leaver"))).toEqual([]);
  expect(looks).toHaveLength(4);
  expect(Math.min(...pausesOf(looks.map(({ at }) => at)))).toBeGreaterThanOrEqual(5);
});

test("waiters that were aborted keep no place in the line", async () => {
  const byName: FakeAnswer = ({ path }) => ({
    json: { request_id: "r", status: path.includes("leaver") ? "in_progress" : "completed" },
  });
  const { client, service, clock } = await setUp({ status: [byName], result: [DONE] });
  await client.request("first").wait();
  const controllers = Array.from({ length: 100 }, () => new AbortController());
  const leavers = controllers.map(({ signal }) => rejection(client.request("leaver").wait({ signal })));
  clock.later(252, () => {
    for (const controller of controllers) controller.abort();
  });
  await Promise.all(leavers);
  const left = clock.elapsed;
  await client.request("next").wait();
  // The first pause and, at most, the distance to the one look that was made.
  expect((service.of("status").at(-1)?.at ?? 0) - left).toBeLessThanOrEqual(255);
});

test("outside of a browser every wait is held", async () => {
  const { client, service } = await setUp({ status: [heldStatus("completed", 9000)], result: [DONE] });
  await waitForMany(client, 12);
  expect(service.of("status").map(({ headers }) => headers.prefer)).toEqual(Array(12).fill("wait=30"));
});

test("in a browser four waits are held, and the others poll until one of them is free", async () => {
  vi.stubGlobal("location", new URL("http://page.example/"));
  const { client, service } = await setUp(
    {
      status: [
        status("in_progress"),
        ...Array(4).fill(heldStatus("completed", 2000)),
        ...Array(30).fill(heldStatus("in_progress", 2000)),
        heldStatus("completed", 2000),
      ],
      result: [DONE],
    },
    {},
    { headers: { "model-api-extensions": "wait" } },
  );
  // Across origins, headers are only sent once the server has said that it knows them.
  await client.request("r").status();
  await waitForMany(client, 6);
  const looks = service.of("status").slice(1);
  const held = looks.filter(({ headers }) => headers.prefer);
  expect(looks.slice(0, 6).filter(({ headers }) => headers.prefer)).toHaveLength(4);
  // While four are held, the two others look by themselves, ever more rarely.
  const polled = looks.filter(({ headers, at }) => !headers.prefer && at < 2000);
  expect(polled.length).toBeGreaterThan(4);
  // Once those have ended, the two take their places.
  expect(held.length).toBeGreaterThan(4);
  expect(held[4]?.at).toBeGreaterThanOrEqual(2000);
});

test("the clients of one page share the four waits that are held at one server", async () => {
  vi.stubGlobal("location", new URL("http://page.example/"));
  const held = heldStatus("completed", 2000);
  const { client, service, clock } = await setUp(
    { status: [status("in_progress"), status("in_progress"), held], result: [DONE] },
    {},
    { headers: { "model-api-extensions": "wait" } },
  );
  const other = createClient({ baseUrl: service.baseUrl, clock, fetch: clock.fetch });
  await client.request("r").status();
  await other.request("r").status();
  await Promise.all([waitForMany(client, 3), waitForMany(other, 3)]);
  const first = service.of("status").slice(2, 8);
  expect(first.filter(({ headers }) => headers.prefer)).toHaveLength(4);

  // What was held has been given back: the next four are held again.
  const before = service.calls.length;
  await Promise.all([waitForMany(client, 2), waitForMany(other, 2)]);
  const next = service.calls.slice(before, before + 4);
  expect(next.map(({ headers }) => headers.prefer)).toEqual(Array(4).fill("wait=30"));
});
