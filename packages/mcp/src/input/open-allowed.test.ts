import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openAllowed, PathRefusal } from "./open-allowed.js";

let base: string;
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), "model-api-mcp-roots-"));
  for (const folder of ["one", "two", ".config/three"]) mkdirSync(join(base, folder), { recursive: true });
  writeFileSync(join(base, "one/a.txt"), "one");
  writeFileSync(join(base, "two/b.txt"), "two");
  writeFileSync(join(base, ".config/three/c.txt"), "three");
  writeFileSync(join(base, "outside.txt"), "outside");
  symlinkSync(join(base, "two"), join(base, "linked-root"));
  symlinkSync(join(base, "gone"), join(base, "one/dangling"));
  symlinkSync(join(base, "two/b.txt"), join(base, "one/to-two"));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

async function read(path: string, ...roots: string[]): Promise<string> {
  const file = await openAllowed(
    path,
    roots.map((root) => join(base, root)),
  );
  try {
    return await file.readFile("utf8");
  } finally {
    await file.close();
  }
}

test("a relative path starts from each root in turn", async () => {
  expect(await read("a.txt", "one", "two")).toBe("one");
  expect(await read("b.txt", "one", "two")).toBe("two");
});

test("a root may be a link, and may lie in a hidden folder itself", async () => {
  expect(await read("b.txt", "linked-root")).toBe("two");
  expect(await read(join(base, "linked-root/b.txt"), "linked-root")).toBe("two");
  expect(await read("c.txt", ".config/three")).toBe("three");
});

test("a root that is not there takes nothing from the others", async () => {
  expect(await read("a.txt", "gone", "one")).toBe("one");
});

test("a link from one root leads out of it, also where it leads into another", async () => {
  await expect(read("to-two", "one", "two")).rejects.toThrow("leads out");
});

test("nothing is said of what there is outside", async () => {
  const there = await read(join(base, "outside.txt"), "one").catch((error: Error) => error);
  const notThere = await read(join(base, "nowhere.txt"), "one").catch((error: Error) => error);
  expect(there).toBeInstanceOf(PathRefusal);
  expect(String(there)).toBe(String(notThere));
  await expect(read("dangling", "one")).rejects.toThrow("no such file");
});

test("a root whose name begins like another does not open it", async () => {
  writeFileSync(join(base, "one-not"), "not");
  await expect(read(join(base, "one-not"), "one")).rejects.toThrow("lies outside");
});

test.each([
  "",
  "\0",
  "..",
  "a/../a.txt",
  "..\\a.txt",
  "C:\\a.txt",
  "c:a.txt",
  "http:a",
  "file://else/a.txt",
  "file:///%2Fa",
])("%j is refused before the disk is looked at", async (path) => {
  await expect(openAllowed(path, ["/"])).rejects.toBeInstanceOf(PathRefusal);
});
