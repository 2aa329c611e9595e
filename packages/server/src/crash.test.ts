import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { crashBudget } from "./testing/crash/budget.js";
import { crashRounds } from "./testing/crash/crash-rounds.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "crash-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("one machine, killed at any moment: each acknowledged request ends once, and no paid run is repeated", async () => {
  const { rounds, burst, seed } = crashBudget(12);
  const dataFolder = join(folder, "data");
  const report = await crashRounds({
    place: { dataFolder },
    ledger: join(folder, "ledger"),
    processes: 1,
    rounds,
    burst,
    seed,
    filesOf: async (id) => {
      const outputs = join(dataFolder, "outputs", id);
      return existsSync(outputs) ? readdirSync(outputs) : [];
    },
  });
  console.log(`crash, one machine: ${rounds} kills, seed ${seed}: ${JSON.stringify(report)}`);
  expect(report.acknowledged).toBe(rounds * burst);
  expect(report.completed).toBeGreaterThan(0);
}, 3_600_000);
