import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { deferred } from "../testing/deferred.js";
import type { FakeAnswer } from "../testing/fake-service.js";
import { json, openProxy } from "../testing/proxy-scene.js";
import { EDIT, INPUT, SUBMITTED, status } from "../testing/set-up.js";
import type { ProxyOptions } from "./index.js";

const SUBMIT = `/v1/models/${EDIT}`;

/** An answer that comes when it is let go, and what has become of the call until then. */
function heldAnswer(body: object) {
  const arrived = deferred();
  const left = deferred();
  let letGo = () => {};
  const answer: FakeAnswer = {
    socket: (_, response) => {
      letGo = () => void response.writeHead(200).end(JSON.stringify(body));
      response.on("close", () => response.writableFinished || left.resolve());
      arrived.resolve();
    },
  };
  return { answer, arrived: arrived.promise, left: left.promise, letGo: () => letGo() };
}

/** A clock whose timers only the test lets pass. */
function stoppedClock() {
  const timers = new Map<() => void, number>();
  return {
    clock: {
      now: () => 0,
      random: () => 0,
      after(ms: number, callback: () => void) {
        timers.set(callback, ms);
        return () => timers.delete(callback);
      },
    } satisfies ProxyOptions["clock"],
    timers,
    pass: () => {
      for (const callback of [...timers.keys()]) callback();
    },
  };
}

test("who leaves a read ends it there as well", async () => {
  const held = heldAnswer({ request_id: "r1", status: "in_queue" });
  const { ask, submit, failures } = await openProxy({ submit: [SUBMITTED], status: [held.answer] });
  const id = await submit();
  const leaving = new AbortController();
  const asking = ask("GET", `/v1/requests/${id}/status`, { signal: leaving.signal });
  await held.arrived;
  leaving.abort();
  await held.left;
  expect((await asking).status).toBe(499);
  expect(failures).toEqual([]);
});

test("who leaves an upload ends it there as well", async () => {
  const arrived = deferred();
  const left = deferred();
  const server = createServer((request) => {
    request.on("error", () => left.resolve());
    request.once("data", () => arrived.resolve());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { ask, failures } = await openProxy({}, { uploads: true, baseUrl });
  const leaving = new AbortController();
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new Uint8Array(1000)),
    pull: () => new Promise(() => {}),
  });
  const asking = ask("POST", "/v1/files", { body, signal: leaving.signal });
  await arrived.promise;
  leaving.abort();
  await left.promise;
  expect([(await asking).status, failures]).toEqual([499, []]);
});

test.each(["submit", "cancel"])(
  "a %s that has left is answered although its caller has gone",
  async (name) => {
    const held = heldAnswer({ request_id: "r1", status: "in_queue", outcome: "not_cancellable" });
    const awake: Promise<unknown>[] = [];
    const { service, ask, submit } = await openProxy(
      { submit: name === "submit" ? [held.answer] : [SUBMITTED], cancel: [held.answer] },
      { waitUntil: (work) => awake.push(work) },
    );
    const path = name === "submit" ? SUBMIT : `/v1/requests/${await submit()}/cancel`;
    const leaving = new AbortController();
    const asking = ask("POST", path, { ...json(INPUT), signal: leaving.signal });
    await held.arrived;
    leaving.abort();
    held.letGo();
    expect([(await asking).status, service.of(name).length]).toEqual([200, 1]);
    // Without that, some runtimes drop the call when its caller has gone.
    await Promise.all(awake);
    expect(awake.length).toBeGreaterThan(0);
  },
);

test("a submit of a caller who has gone before it leaves is not passed on", async () => {
  const leaving = new AbortController();
  const take = () => {
    leaving.abort();
    return 0;
  };
  const { service, ask, failures } = await openProxy(
    { submit: [SUBMITTED] },
    { limits: { limiter: { take } } },
  );
  const { status: told } = await ask("POST", SUBMIT, { ...json(INPUT), signal: leaving.signal });
  expect([told, service.calls, failures]).toEqual([499, [], []]);
});

test("an API that does not answer in time is a 504, which says of a submit that it may have arrived", async () => {
  const held = heldAnswer({});
  const { clock, timers, pass } = stoppedClock();
  const { ask, failures } = await openProxy({ submit: [held.answer] }, { clock });
  const asking = ask("POST", SUBMIT, json(INPUT));
  await held.arrived;
  expect([...timers.values()]).toEqual([300_000]);
  pass();
  const { status: told, headers } = await asking;
  expect([told, headers.get("retry-after"), timers.size]).toEqual([504, null, 0]);
  expect(failures).toMatchObject([{ reason: "lost", call: "submit" }]);
});

test("a read may take half a minute, and as long as it is held", async () => {
  const held = heldAnswer({});
  const { clock, timers, pass } = stoppedClock();
  const { ask, submit } = await openProxy(
    { submit: [SUBMITTED], status: [held.answer, status("x")] },
    { clock },
  );
  const id = await submit();
  expect(timers.size).toBe(0);
  const asking = ask("GET", `/v1/requests/${id}/status`, { headers: { prefer: "wait=20" } });
  await held.arrived;
  expect([...timers.values()]).toEqual([50_000]);
  pass();
  expect((await asking).status).toBe(504);
});

test("a `waitUntil` that throws changes no answer", async () => {
  const waitUntil = () => {
    throw new Error("too late");
  };
  const { submit } = await openProxy({ submit: [SUBMITTED] }, { waitUntil });
  expect(await submit()).toMatch(/^r1/);
});
