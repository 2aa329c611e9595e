import { chmodSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fakeApi } from "../testing/fake-api.js";
import { INPUT, MODEL, nodeClient } from "../testing/node-client.js";
import { rejection, temporaryFolder, write } from "../testing/set-up.js";
import { createJournal, journal } from "./create-journal.js";
import { type Disk, realDisk } from "./disk.js";

/** A disk that is full from a step on. */
function fullDisk() {
  const state = { isFull: false };
  const full = Object.assign(new Error("ENOSPC: no space left on device, write"), {
    code: "ENOSPC",
    syscall: "write",
  });
  const disk: Disk = {
    ...realDisk,
    async create(path, text) {
      if (state.isFull) throw full;
      return realDisk.create(path, text);
    },
  };
  return { disk, state };
}

test.each([false, true])(
  "on a full disk nothing is submitted, and the error says so (resume: %s)",
  async (resume) => {
    const api = await fakeApi();
    const { disk, state } = fullDisk();
    const kept = createJournal({ dir: temporaryFolder() }, disk);
    state.isFull = true;
    const error = await rejection(nodeClient(api).run(MODEL, INPUT, { journal: kept, resume }));
    expect(error).toMatchObject({ name: "JournalError", code: "unwritable" });
    expect(error.message).toMatch(/ENOSPC.*nothing was submitted/);
    expect(api.seen).toEqual([]);
    expect(readdirSync(kept.dir).filter((name) => name !== "locks")).toEqual([]);
  },
);

test.each([false, true])(
  "in a folder that cannot be made nothing is submitted (resume: %s)",
  async (resume) => {
    const api = await fakeApi();
    const kept = journal({ dir: join(write(temporaryFolder(), "file", ""), "journal") });
    const error = await rejection(nodeClient(api).run(MODEL, INPUT, { journal: kept, resume }));
    expect(error).toMatchObject({
      code: "unwritable",
      message: expect.stringMatching(/nothing was submitted/),
    });
    expect(api.seen).toEqual([]);
  },
);

// Who may do everything may also write where nobody may.
test.skipIf(process.platform === "win32" || process.getuid?.() === 0)(
  "in a read-only folder nothing is submitted",
  async () => {
    const api = await fakeApi();
    const dir = join(temporaryFolder(), "journal");
    mkdirSync(dir);
    chmodSync(dir, 0o500);
    const error = await rejection(nodeClient(api).run(MODEL, INPUT, { journal: journal({ dir }) }));
    chmodSync(dir, 0o700);
    expect(error).toMatchObject({ code: "unwritable" });
    expect(api.seen).toEqual([]);
  },
);

test("a disk that is full after the submit costs a warning that names the request, and not the result", async () => {
  const api = await fakeApi();
  const { disk, state } = fullDisk();
  const warnings: string[] = [];
  const kept = createJournal({ dir: temporaryFolder(), onWarning: (text) => warnings.push(text) }, disk);
  const onResponse = () => {
    state.isFull = true;
  };
  const client = nodeClient(api, { hooks: { onResponse } });
  expect((await client.run(MODEL, INPUT, { journal: kept })).requestId).toBe("r1");
  expect(warnings[0]).toMatch(/Request r1 was submitted.*ENOSPC/);
  // What is on disk is the truth of then: that a submit was meant.
  expect((await kept.list()).entries).toMatchObject([{ state: "submitting" }]);
  // This process is not submitting it any more, so nobody waits for that.
  state.isFull = false;
  expect((await nodeClient(api).run(MODEL, INPUT, { journal: kept, resume: true })).requestId).toBe("r1");
  expect(api.charged).toHaveLength(1);
});

test("a folder of the journal that cannot be read is an error, and no empty list", async () => {
  const kept = journal({ dir: write(temporaryFolder(), "file", "") });
  await expect(kept.list()).rejects.toThrow(/ENOTDIR/);
});
