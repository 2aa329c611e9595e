import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Storage } from "../storage/storage.js";
import { until } from "./servers.js";

/** How a suite gets at a storage of the kind that it tests. */
export interface StorageOpener {
  /** Makes a place for one test, with nothing in it. */
  create(): Promise<StoragePlace>;
}

export interface StoragePlace {
  readonly storage: Storage;
  /** Files and connections of this process that the storage holds open. */
  openHandles(): number;
  /** What stands in the place that is no whole file. */
  leftovers(): number;
  remove(): Promise<void>;
}

const MEBIBYTE = 2 ** 20;
const TEXT = Buffer.from("0123456789");

/** What every storage does, whatever it stands on. */
export function storageContract(name: string, opener: StorageOpener): void {
  describe(`${name}, as every storage`, () => {
    let place: StoragePlace;
    let storage: Storage;
    beforeEach(async () => {
      place = await opener.create();
      storage = place.storage;
    });
    afterEach(() => place.remove());

    const found = async (key: string) => {
      const file = await storage.find(key);
      if (!file) throw new Error(`${key} is not there`);
      return file;
    };
    const read = async (key: string) => buffer((await found(key)).open());
    const keys = async (prefix: string) => {
      const all: string[] = [];
      for await (const { key } of storage.list(prefix)) all.push(key);
      return all.sort();
    };

    test("a file is read back as it was written", async () => {
      expect(await storage.find("outputs/a/x.png")).toBeUndefined();
      expect(await storage.write("outputs/a/x.png", TEXT)).toBe(10);
      expect((await found("outputs/a/x.png")).size).toBe(10);
      expect(await read("outputs/a/x.png")).toEqual(TEXT);
      expect(await storage.find("outputs/a")).toBeUndefined();
      expect(await storage.find("outputs/a/x")).toBeUndefined();
    });

    test("one file is read as often as it is opened, by two readers at once", async () => {
      await storage.write("files/x.png", TEXT);
      const file = await found("files/x.png");
      expect(await Promise.all([buffer(file.open()), buffer(file.open())])).toEqual([TEXT, TEXT]);
      expect(await buffer(file.open())).toEqual(TEXT);
    });

    test.each([
      ["the first byte", 0, 0, "0"],
      ["the last byte", 9, 9, "9"],
      ["the middle", 3, 6, "3456"],
      ["the beginning", 0, 4, "01234"],
      ["the whole", 0, 9, "0123456789"],
    ])("a range is read: %s", async (_, start, end, expected) => {
      await storage.write("files/x.png", TEXT);
      const file = await found("files/x.png");
      expect((await buffer(file.open({ start, end }))).toString()).toBe(expected);
    });

    test("a file may be empty, in one piece or without any", async () => {
      expect(await storage.write("files/a.png", new Uint8Array())).toBe(0);
      expect(await storage.write("files/b.png", inPieces())).toBe(0);
      for (const key of ["files/a.png", "files/b.png"]) {
        expect((await found(key)).size).toBe(0);
        expect(await read(key)).toEqual(Buffer.alloc(0));
      }
    });

    test("a file arrives whole in whatever pieces it comes, and in ranges of it", async () => {
      const [sent, got] = [createHash("sha256"), createHash("sha256")];
      const sizes = [1, 4000, 7, 2 * MEBIBYTE, 9 * MEBIBYTE, 1, 9 * MEBIBYTE];
      const total = sizes.reduce((sum, size) => sum + size, 0);
      async function* pieces() {
        let at = 0;
        for (const size of sizes) {
          const piece = patterned(at, size);
          at += size;
          sent.update(piece);
          yield piece;
        }
      }
      expect(await storage.write("files/large.mp4", pieces())).toBe(total);
      const file = await found("files/large.mp4");
      expect(file.size).toBe(total);
      for await (const chunk of file.open()) got.update(chunk);
      expect(got.digest("hex")).toBe(sent.digest("hex"));
      const start = 8 * MEBIBYTE - 3;
      const part = await buffer(file.open({ start, end: start + 9 }));
      expect(part).toEqual(Buffer.from(patterned(start, 10)));
    });

    test.each([
      ["at once", 0],
      ["in the middle", 20],
    ])("where the source throws %s, nothing is kept and its own error arrives", async (_, mebibytes) => {
      const error = new Error("the source is dry");
      let ended = false;
      async function* failing() {
        try {
          for (let i = 0; i < mebibytes; i++) yield patterned(0, MEBIBYTE);
          throw error;
        } finally {
          ended = true;
        }
      }
      await expect(storage.write("files/x.png", failing())).rejects.toBe(error);
      expect([ended, await storage.find("files/x.png"), await keys("files")]).toEqual([true, undefined, []]);
      expect(place.leftovers()).toBe(0);
    });

    test("a write that fails leaves what was there before", async () => {
      await storage.write("files/x.png", TEXT);
      async function* failing() {
        yield Buffer.from("other");
        throw new Error("dry");
      }
      await expect(storage.write("files/x.png", failing())).rejects.toThrow("dry");
      expect(await read("files/x.png")).toEqual(TEXT);
    });

    test("a file is written over as a whole", async () => {
      await storage.write("files/x.png", TEXT);
      expect(await storage.write("files/x.png", Buffer.from("new"))).toBe(3);
      expect([(await found("files/x.png")).size, (await read("files/x.png")).toString()]).toEqual([3, "new"]);
      expect(await keys("files")).toEqual(["files/x.png"]);
    });

    test("of writes to one key at the same time, one remains and it is whole", async () => {
      const sizes = [100_000, 90_000, 80_000, 70_000, 60_000];
      const writes = sizes.map((size, i) => {
        const piece = Buffer.alloc(size / 10, `${i}`);
        return storage.write("files/x.png", inPieces(...Array.from({ length: 10 }, () => piece)));
      });
      expect(await Promise.all(writes)).toEqual(sizes);
      const kept = await read("files/x.png");
      const winner = Number(String.fromCharCode(kept[0] ?? 0));
      expect(kept).toEqual(Buffer.alloc(sizes[winner] ?? 0, `${winner}`));
      expect(place.leftovers()).toBe(0);
    });

    test("a key is removed with all that is under it, and nothing that only begins like it", async () => {
      const others = ["outputs/abc/x.png", "outputs/ab-c/x.png", "outputs/a/x.png", "files/ab"];
      for (const key of ["outputs/ab/x.png", "outputs/ab/y.mp4", ...others]) await storage.write(key, TEXT);
      await storage.remove("outputs/ab");
      expect(await storage.find("outputs/ab/x.png")).toBeUndefined();
      expect([...(await keys("outputs")), ...(await keys("files"))].sort()).toEqual([...others].sort());
      await storage.remove("files/ab");
      expect(await keys("files")).toEqual([]);
    });

    test("one file of several is removed alone; what is not there is removed without a word", async () => {
      await storage.write("outputs/a/x.png", TEXT);
      await storage.write("outputs/a/y.png", TEXT);
      await storage.remove("outputs/a/x.png");
      await storage.remove("outputs/a/x.png");
      await storage.remove("outputs/nobody");
      expect(await keys("outputs")).toEqual(["outputs/a/y.png"]);
    });

    test("files are listed under their whole keys, with the time at which they were written", async () => {
      const before = Date.now();
      for (const key of ["files/a.png", "files/b.png", "filesystem/c.png", "outputs/r/d.png"])
        await storage.write(key, TEXT);
      expect(await keys("files")).toEqual(["files/a.png", "files/b.png"]);
      expect(await keys("outputs")).toEqual(["outputs/r/d.png"]);
      expect(await keys("nothing")).toEqual([]);
      for await (const { modifiedAt } of storage.list("files")) {
        // Some tell the time in whole seconds.
        expect(modifiedAt).toBeGreaterThanOrEqual(before - 2000);
        expect(modifiedAt).toBeLessThanOrEqual(Date.now() + 2000);
      }
    });

    test("what is listed may be removed meanwhile", async () => {
      const names = ["a", "b", "c", "d"].map((name) => `files/${name}.png`);
      for (const key of names) await storage.write(key, TEXT);
      const seen: string[] = [];
      for await (const { key } of storage.list("files")) {
        seen.push(key);
        await storage.remove(key);
      }
      expect([seen.sort(), await keys("files")]).toEqual([names, []]);
    });

    test("a reader that stops, before it begins or in the middle, leaves nothing open", async () => {
      await storage.write("files/x.mp4", patterned(0, 4 * MEBIBYTE));
      const file = await found("files/x.mp4");
      await until(() => place.openHandles() === 0);
      const [never, once] = [file.open(), file.open()];
      expect(place.openHandles()).toBe(0);
      await never.cancel();
      const reader = once.getReader();
      expect((await reader.read()).value?.byteLength).toBeGreaterThan(0);
      await reader.cancel();
      await until(() => place.openHandles() === 0);
    });
  });
}

async function* inPieces(...pieces: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

/** Bytes that tell where in a file they stand. */
function patterned(at: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  for (let i = 0; i < size; i++) bytes[i] = (at + i) % 251;
  return bytes;
}
