import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder, write } from "../testing/set-up.js";
import { safeName } from "./file-names.js";
import { publish, reserveAndRename } from "./publish.js";

test.each([
  ["edit: a/b", "edit-a-b"],
  ["../../etc/passwd", "etc-passwd"],
  ["..\\..\\windows\\system32", "windows-system32"],
  ["C:\\x", "C-x"],
  ["/etc/passwd", "etc-passwd"],
  ["..", "output"],
  [".", "output"],
  ["", "output"],
  [".bashrc", "bashrc"],
  ["-rf", "rf"],
  ["a\u0000b\nc\u001b[31m\u007f", "a-b-c-31m"],
  ["photo\u202Egnp.exe", "photo-gnp.exe"],
  ["name.", "name"],
  ["name . .", "name"],
  ["con", "output-con"],
  ["NUL.tar", "output-NUL.tar"],
  ["Com1", "output-Com1"],
  ["lpt¹.x", "output-lpt¹.x"],
  ["console", "console"],
  ["Grüße 東京 नमस्ते", "Grüße-東京-नमस्ते"],
  ["e\u0301te\u0301", "été"],
  ["😀", "output"],
  ['a|b?c*d<e>f"g', "a-b-c-d-e-f-g"],
])("%j becomes %j", (name, safe) => {
  expect(safeName(name)).toBe(safe);
  expect(safeName(safeName(name))).toBe(safeName(name));
});

test("a long name is cut between characters, to what systems take", () => {
  const name = safeName("東".repeat(1000));
  expect(Buffer.byteLength(name)).toBe(180);
  expect(name).toBe("東".repeat(60));
});

const file = (folder: string, name: string, extension = ".png") => ({
  temporary: write(folder, `.${name}-${Math.random()}.part`, name),
  name,
  extension,
});

test("names that are taken are numbered, in whatever case they are, and nothing is overwritten", async () => {
  const folder = temporaryFolder();
  write(folder, "OUT.PNG", "theirs");
  mkdirSync(join(folder, "out-2.png"));
  const paths = await publish(folder, [
    file(folder, "out"),
    file(folder, "Out"),
    file(folder, "out", ".jpg"),
  ]);
  expect(paths.map((path) => path.slice(folder.length + 1))).toEqual(["out-3.png", "Out-4.png", "out.jpg"]);
  expect(readFileSync(join(folder, "OUT.PNG"), "utf8")).toBe("theirs");
  expect(readdirSync(folder).sort()).toEqual(["OUT.PNG", "Out-4.png", "out-2.png", "out-3.png", "out.jpg"]);
});

test("where one file cannot have its name, none has", async () => {
  const folder = temporaryFolder();
  const gone = { temporary: join(folder, "gone.part"), name: "b", extension: ".png" };
  await expect(publish(folder, [file(folder, "a"), gone])).rejects.toThrow(/ENOENT/);
  expect(readdirSync(folder)).toEqual([]);
});

test("two downloads at the same time get different names", async () => {
  const folder = temporaryFolder();
  const all = await Promise.all(Array.from({ length: 20 }, () => publish(folder, [file(folder, "out")])));
  expect(new Set(all.flat()).size).toBe(20);
  expect(readdirSync(folder)).toHaveLength(20);
});

test("without links in the file system, a name is reserved, and never taken from somebody", async () => {
  const folder = temporaryFolder();
  const { temporary } = file(folder, "new");
  write(folder, "taken.png", "theirs");
  expect(await reserveAndRename(temporary, join(folder, "taken.png"))).toBe(false);
  expect(readFileSync(join(folder, "taken.png"), "utf8")).toBe("theirs");
  expect(await reserveAndRename(temporary, join(folder, "free.png"))).toBe(true);
  expect(readFileSync(join(folder, "free.png"), "utf8")).toBe("new");
  await expect(reserveAndRename(temporary, join(folder, "lost.png"))).rejects.toThrow(/ENOENT/);
  expect(readdirSync(folder).sort()).toEqual(["free.png", "taken.png"]);
});
