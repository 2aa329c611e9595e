import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashToken } from "../keys/keys.js";
import { openSqliteStore } from "../store/sqlite-store.js";
import type { Store } from "../store/store.js";
import { manualClock } from "../test-server/manual-clock.js";
import { createConsoleKey } from "./console-key.js";

const DAY_MS = 86_400_000;
let folder: string;
let store: Store;
const clock = manualClock();
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "console-key-"));
  store = openSqliteStore(join(folder, "a.db"));
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As the next start of a server on the same data. */
async function restart() {
  await store.close();
  store = openSqliteStore(join(folder, "a.db"));
  return createConsoleKey(store, clock);
}

const keyOf = (token: string | undefined) => store.findKey(hashToken(String(token)));

test("every page of one run is given the same token, and pages that ask at once as well", async () => {
  const give = createConsoleKey(store, clock);
  const [first, second] = await Promise.all([give(), give()]);
  expect(first).toMatch(/^mapi_/);
  expect([second, await give()]).toEqual([first, first]);
  expect(await store.listKeys()).toMatchObject([
    { id: "key_console", name: "console", scopes: ["submit", "read", "admin"] },
  ]);
});

test("after a restart it is the same key with another token, and the token of before is refused", async () => {
  const first = await createConsoleKey(store, clock)();
  const again = await restart();
  const second = await again();
  expect(second).not.toBe(first);
  expect(await keyOf(second)).toMatchObject({ id: "key_console" });
  expect(await keyOf(first)).toBeUndefined();
  expect(await store.listKeys()).toHaveLength(1);
});

test("no file of the data holds a token", async () => {
  const token = await createConsoleKey(store, clock)();
  await store.close();
  for (const file of readdirSync(folder))
    expect(readFileSync(join(folder, file)).includes(String(token)), file).toBe(false);
  store = openSqliteStore(join(folder, "a.db"));
});

test("before its token expires it is given another one, and long after that as well", async () => {
  const give = createConsoleKey(store, clock);
  const first = await give();
  clock.advance(28 * DAY_MS);
  expect(await give()).toBe(first);
  clock.advance(DAY_MS + 1);
  const second = await give();
  expect(second).not.toBe(first);
  expect((await keyOf(second))?.expiresAt).toBe(clock.now() + 30 * DAY_MS);
  clock.advance(90 * DAY_MS);
  expect(await keyOf(await give())).toMatchObject({
    id: "key_console",
    expiresAt: clock.now() + 30 * DAY_MS,
  });
});

test("a revoked key is given to no page of the same run; the next start makes another one and keeps to that", async () => {
  const give = createConsoleKey(store, clock);
  const first = await give();
  await store.revokeKey("key_console", clock.now());
  expect([await give(), await give()]).toEqual([undefined, undefined]);
  expect(await keyOf(first)).toMatchObject({ revokedAt: clock.now() });
  const second = await (await restart())();
  expect(await keyOf(second)).toMatchObject({ id: "key_console_2" });
  const third = await (await restart())();
  expect(await keyOf(third)).toMatchObject({ id: "key_console_2" });
});

test("two servers on the same data take the token from each other, and never end without one", async () => {
  const [one, two] = [createConsoleKey(store, clock), createConsoleKey(store, clock)];
  const first = await one();
  const second = await two();
  expect(await keyOf(first)).toBeUndefined();
  const third = await one();
  expect(await keyOf(third)).toMatchObject({ id: "key_console" });
  expect(await keyOf(second)).toBeUndefined();
});
