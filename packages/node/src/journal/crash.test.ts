import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CrashOrder, CrashReport } from "../testing/crash-program.js";
import { fakeApi } from "../testing/fake-api.js";
import { bundleProgram, type Program } from "../testing/program.js";
import { temporaryFolder } from "../testing/set-up.js";
import { journal } from "./create-journal.js";

let program: Program;
beforeAll(async () => {
  program = await bundleProgram(join(import.meta.dirname, "../testing/crash-program.ts"));
});
afterAll(() => program?.remove());

/** Runs the program to its end, or to its death. */
async function run(order: CrashOrder): Promise<CrashReport | undefined> {
  const { output, signal } = await program.run(JSON.stringify(order));
  if (order.dieAt !== undefined && signal) return undefined;
  return JSON.parse(output);
}

/** More than there are steps in a run. */
const ENOUGH = 60;
/** Deaths that are played at the same time. */
const LANES = 3;

/** Plays a death at each step, until there are no more steps; gives the names of the steps. */
async function atEachStep(work: (dieAt: number) => Promise<boolean>): Promise<void> {
  let next = 1;
  let isOver = false;
  async function lane() {
    while (!isOver && next <= ENOUGH) isOver = !(await work(next++)) || isOver;
  }
  await Promise.all(Array.from({ length: LANES }, lane));
  expect(isOver).toBe(true);
}

describe.each([
  ["honours keys", true],
  ["does not honour keys", false],
])("with a server that %s", (_, honoursKeys) => {
  test("a process that is killed at any step, and started again, never pays twice", async () => {
    const seen = { finished: 0, collected: 0, unknown: 0 };
    await atEachStep(async (dieAt) => {
      const api = await fakeApi({ honoursKeys });
      const dir = temporaryFolder();
      const first = await run({ dir, baseUrl: api.url, dieAt });
      if (first) return false;
      const chargedBefore = api.charged.length;
      const [entry] = (await journal({ dir }).list()).entries;
      const second = await run({ dir, baseUrl: api.url });
      const where = `step ${dieAt}: ${JSON.stringify(second)}`;

      if (entry?.isCollected) {
        // The first had its result: the second is new work.
        seen.collected++;
        expect(api.charged, where).toHaveLength(2);
        return true;
      }
      expect(api.charged.length, where).toBeLessThanOrEqual(1);
      if (second?.requestId) {
        seen.finished++;
        expect(second.requestId, where).toBe(api.charged[0]?.id);
      } else {
        seen.unknown++;
        expect(honoursKeys, where).toBe(false);
        expect(second?.error, where).toBe("submission_unknown");
        // Nothing more was sent, and the intent is still there.
        expect(api.charged, where).toHaveLength(chargedBefore);
        expect((await journal({ dir }).list()).entries, where).toMatchObject([{ state: "submitting" }]);
      }
      return true;
    });
    // The death is played before, at and after each of the things that matter.
    expect(seen.finished).toBeGreaterThan(15);
    expect(seen.collected).toBeGreaterThan(0);
    if (honoursKeys) expect(seen.unknown).toBe(0);
    else expect(seen.unknown).toBeGreaterThan(3);
  }, 120_000);

  test("a process that is killed while its submit is under way never pays twice", async () => {
    const api = await fakeApi({ honoursKeys });
    const dir = temporaryFolder();
    const { signal } = await program.run(JSON.stringify({ dir, baseUrl: api.url }), (kill) => {
      // Accepted, and its answer never given.
      api.faults.push(kill);
    });
    expect(signal).toBe("SIGKILL");
    expect(api.charged).toHaveLength(1);
    const second = await run({ dir, baseUrl: api.url });
    expect(api.charged).toHaveLength(1);
    if (honoursKeys) expect(second?.requestId).toBe("r1");
    else expect(second?.error).toBe("submission_unknown");
  });
});

test("processes that want the same work at the same time get the one request of the first", async () => {
  const api = await fakeApi({ honoursKeys: false });
  api.status = "in_progress";
  const dir = temporaryFolder();
  const tokens = ["one", "two", "three", "four"];
  const running = tokens.map((token) => run({ dir, baseUrl: api.url, token }));
  const haveAllAsked = () => {
    const waiting = api.seen
      .filter(({ url }) => url?.endsWith("/status"))
      .map(({ headers }) => headers.authorization);
    return new Set(waiting).size === tokens.length;
  };
  while (!haveAllAsked()) await new Promise((resolve) => setTimeout(resolve, 20));
  for (const request of api.charged) request.status = "completed";
  for (const report of await Promise.all(running)) expect(report?.requestId).toBe("r1");
  expect(api.charged).toHaveLength(1);
  expect((await journal({ dir }).list()).entries).toMatchObject([{ state: "completed", isCollected: true }]);
}, 60_000);

test("an entry that a death has left half written is none, and the work is new", async () => {
  const api = await fakeApi();
  const dir = temporaryFolder();
  const whole = await run({ dir: temporaryFolder(), baseUrl: api.url });
  const writes = whole?.steps.flatMap((name, index) => (name === "create" ? [index + 1] : [])) ?? [];
  expect(writes.length).toBeGreaterThan(3);
  for (const dieAt of writes) {
    const fresh = await fakeApi();
    const folder = join(dir, `${dieAt}`);
    expect(await run({ dir: folder, baseUrl: fresh.url, dieAt, torn: true })).toBeUndefined();
    expect((await journal({ dir: folder }).list()).damaged).toEqual([]);
    expect((await run({ dir: folder, baseUrl: fresh.url }))?.requestId).toBe("r1");
    expect(fresh.charged).toHaveLength(1);
  }
}, 60_000);
