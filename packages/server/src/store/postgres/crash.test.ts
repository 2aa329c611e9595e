import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createS3Storage } from "../../storage/s3-storage.js";
import { outputKey } from "../../storage/storage.js";
import { crashBudget } from "../../testing/crash/budget.js";
import { crashRounds } from "../../testing/crash/crash-rounds.js";
import { startPostgres, type TestPostgres } from "../../testing/postgres.js";
import { startS3, type TestS3 } from "../../testing/s3.js";

let postgres: TestPostgres;
let s3: TestS3;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "crash-"));
  // What the database has said is durable has to outlive its crash as well.
  [postgres, s3] = await Promise.all([startPostgres({ fsync: "on" }), startS3()]);
});
afterAll(async () => {
  await Promise.all([postgres?.stop(), s3?.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

test("many machines, killed at any moment, their database as well: each acknowledged request ends once, and no paid run is repeated", async () => {
  const { rounds, burst, seed } = crashBudget(8);
  const place = { postgresUrl: await postgres.createDatabase(), s3: bucketOf(s3) };
  const storage = await createS3Storage(place.s3);
  const report = await crashRounds({
    place,
    ledger: join(folder, "ledger"),
    processes: 3,
    rounds,
    burst,
    seed,
    async filesOf(id) {
      const names: string[] = [];
      for await (const { key } of storage.list(outputKey(id)))
        names.push(key.slice(key.lastIndexOf("/") + 1));
      return names;
    },
    async disturb(round) {
      if (round % 4 !== 3) return;
      await postgres.crash();
      await postgres.start();
    },
  });
  console.log(`crash, many machines: ${rounds} kills, seed ${seed}: ${JSON.stringify(report)}`);
  expect(report.acknowledged).toBe(rounds * burst);
  expect(report.completed).toBeGreaterThan(0);
}, 3_600_000);

function bucketOf({ endpoint, bucket, accessKeyId, secretAccessKey }: TestS3) {
  return { endpoint, bucket, accessKeyId, secretAccessKey };
}
