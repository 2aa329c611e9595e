import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { PostgresSpeed } from "../../../server/src/testing/postgres-speed.js";
import { milliseconds, printTable, times } from "../report.js";
import { NODE, REPOSITORY } from "../repository.js";

const PROGRAM = join(REPOSITORY, "packages/server/src/testing/postgres-speed.ts");
const GROWING = ["submit", "status", "claim"];

/** The store on Postgres with 100,000 queued against an empty queue, and four workers against one; Postgres as it comes, with fsync. */
export function benchServerPostgres(): void {
  const args = ["--import", "tsx", "--conditions=@model-api/source", PROGRAM, "100000", "fsync=on"];
  const { status, stdout, stderr } = spawnSync(NODE, args, { cwd: REPOSITORY, encoding: "utf8" });
  if (status !== 0) throw new Error(`the measurement ended with ${status}\n${stdout}${stderr}`);
  const { growth, scaling } = JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as PostgresSpeed;
  printTable(
    "Server, Postgres: 100,000 requests queued",
    ["empty", "queued", "ratio"],
    Object.entries(growth).map(([what, { empty, full, ratio }]) => ({
      what,
      figures: [milliseconds(empty), milliseconds(full), times(ratio)],
      ...(GROWING.includes(what) && { goal: "under 1.2 ×" }),
    })),
  );
  printTable(
    "Server, Postgres: workers on an engine that sleeps",
    ["ratio"],
    [{ what: "requests a second, 4 workers against 1", figures: [times(scaling)], goal: "at least 3 ×" }],
  );
}
