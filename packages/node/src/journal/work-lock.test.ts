import { spawnSync } from "node:child_process";
import { readdirSync, utimesSync } from "node:fs";
import { hostname } from "node:os";
import { expect, test } from "vitest";
import { rejection, temporaryFolder, write } from "../testing/set-up.js";
import { skippingClock } from "../testing/skipping-clock.js";
import { realDisk } from "./disk.js";
import { isAlive, thisProcess } from "./process-identity.js";
import { PATIENCE, withWorkLock } from "./work-lock.js";

const WORK = "w".repeat(32);
const parts = () => ({ disk: realDisk, clock: skippingClock(), folder: temporaryFolder() });
/** The number of a process that has ended. */
const deadPid = () => spawnSync(process.execPath, ["-e", ""]).pid;

const lockOf = (folder: string, holder: object | string, pid = 1) =>
  write(folder, `${WORK}.${pid}-x.lock`, typeof holder === "string" ? holder : JSON.stringify(holder));

test("one at a time does something for the same work, and nothing is left", async () => {
  const { folder, ...rest } = parts();
  let inside = 0;
  let most = 0;
  const one = () =>
    withWorkLock({ folder, ...rest }, WORK, undefined, async () => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside--;
    });
  await Promise.all(Array.from({ length: 20 }, one));
  expect(most).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

test("different work is done at the same time", async () => {
  const given = parts();
  await withWorkLock(given, WORK, undefined, () =>
    withWorkLock(given, "x".repeat(32), undefined, async () => {}),
  );
  expect(given.clock.pauses).toEqual([]);
});

test("what an action throws lets the lock go", async () => {
  const given = parts();
  const action = () => Promise.reject(new Error("of the action"));
  expect((await rejection(withWorkLock(given, WORK, undefined, action))).message).toBe("of the action");
  expect(readdirSync(given.folder)).toEqual([]);
});

test.each<[string, (now: number) => object | string]>([
  ["of a process that has ended", (at) => ({ ...thisProcess(at), pid: deadPid() })],
  ["of one whose number another process has now", (at) => ({ ...thisProcess(at), start: "earlier" })],
  ["that was never written", () => ""],
  ["that is cut short", () => '{"pid": 1'],
])("a lock %s is left behind, and removed", async (_, holder) => {
  const given = parts();
  lockOf(given.folder, holder(Date.now()), deadPid());
  await withWorkLock(given, WORK, undefined, async () => {});
  expect(readdirSync(given.folder)).toEqual([]);
});

test("a lock of a living process is waited for, until patience or the signal ends", async () => {
  const given = parts();
  const path = lockOf(given.folder, thisProcess(Date.now()));
  const error = await rejection(withWorkLock(given, WORK, undefined, async () => {}));
  expect(error).toMatchObject({ code: "busy" });
  expect(error.message).toContain(path);
  expect(given.clock.pauses.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(PATIENCE);
  const signal = AbortSignal.abort(new Error("enough"));
  expect((await rejection(withWorkLock(given, WORK, signal, async () => {}))).message).toBe("enough");
  expect(readdirSync(given.folder)).toHaveLength(1);
});

test("a lock of another machine, which cannot be asked, counts for an hour", async () => {
  const given = parts();
  const path = lockOf(given.folder, { pid: 1, host: `not-${hostname()}`, at: Date.now() });
  expect(await rejection(withWorkLock(given, WORK, undefined, async () => {}))).toMatchObject({
    code: "busy",
  });
  const old = new Date(Date.now() - 2 * 3_600_000);
  utimesSync(path, old, old);
  await withWorkLock(given, WORK, undefined, async () => {});
  expect(readdirSync(given.folder)).toEqual([]);
});

test("a process is told from a later one with its number, and from one before the last start of the machine", () => {
  const own = thisProcess(Date.now());
  expect(isAlive(own)).toBe(true);
  expect(isAlive({ ...own, pid: deadPid() ?? 0 })).toBe(false);
  expect(isAlive({ ...own, start: "another" })).toBe(false);
  expect(isAlive({ ...own, start: undefined })).toBe(true);
  expect(isAlive({ ...own, start: undefined, at: 0 })).toBe(false);
});
