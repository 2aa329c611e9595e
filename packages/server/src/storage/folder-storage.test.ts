import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { storageContract } from "../testing/storage-contract.js";
import { createFolderStorage } from "./folder-storage.js";

const newFolder = () => mkdtempSync(join(tmpdir(), "model-api-storage-"));
const remove = (folder: string) => rmSync(folder, { recursive: true, force: true });

storageContract("a folder", {
  async create() {
    const folder = newFolder();
    return {
      storage: createFolderStorage(folder),
      openHandles: () => openFilesUnder(folder),
      leftovers: () => readdirSync(join(folder, "partial")).length,
      remove: async () => remove(folder),
    };
  },
});

/** Only Linux tells; elsewhere nothing is said to be open. */
function openFilesUnder(folder: string): number {
  if (!existsSync("/proc/self/fd")) return 0;
  const targets = readdirSync("/proc/self/fd").map((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`);
    } catch {
      return "";
    }
  });
  return targets.filter((target) => target.startsWith(folder)).length;
}

test("what a process that died was writing is gone when the folder is opened", () => {
  const folder = newFolder();
  mkdirSync(join(folder, "partial"));
  writeFileSync(join(folder, "partial", "half"), "half");
  createFolderStorage(folder);
  expect(readdirSync(join(folder, "partial"))).toEqual([]);
  remove(folder);
});

test.skipIf(process.platform === "win32")("nobody else on the machine can read the files", async () => {
  const folder = newFolder();
  await createFolderStorage(folder).write("files/x.png", Buffer.from("x"));
  expect(statSync(join(folder, "files")).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, "files", "x.png")).mode & 0o777).toBe(0o600);
  remove(folder);
});
