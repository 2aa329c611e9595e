/** What an edit by the local engine costs, beside sharp doing nothing but decode, resize and encode the same picture. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { median } from "../measure.js";
import { milliseconds, printTable, type TableRow, times } from "../report.js";
import { NODE, REPOSITORY } from "../repository.js";
import type { Cost, Peak, Times } from "./programs/local-edit.js";

const PROGRAM = fileURLToPath(new URL("programs/local-edit.ts", import.meta.url));
const FIXTURE = join(REPOSITORY, "packages/e2e/fixtures/coffee.png");
const RESOLUTIONS = ["1k", "4k"] as const;
const ROUNDS = 7;
const MEBIBYTE = 2 ** 20;
const GOALS = {
  ratio: "at most 8 ×",
  growth: "no worse than linear: at most 1.00 ×",
  memory: "under 600 MiB",
};

export async function benchLocalEngine(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "model-api-local-engine-"));
  try {
    const photo = join(folder, "photo.jpg");
    await sharp(FIXTURE).resize(4000, 2667).jpeg({ quality: 90 }).toFile(photo);
    const pictures = { "600 × 400 PNG": FIXTURE, "4000 × 2667 JPEG": photo };
    printTable(
      "Local engine, a studio background with a shadow and a headline: time, and sharp doing nothing but decode, resize and encode",
      ["edit", "sharp", "ratio", "of CPU time"],
      Object.entries(pictures).flatMap(([name, file]) => timeRows(name, file)),
    );
    printTable(
      "Local engine, one 4k edit in a process of its own: resident memory at most",
      ["edit", "sharp", "before"],
      Object.entries(pictures).map(([name, file]) => memoryRow(name, file)),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function timeRows(name: string, file: string): TableRow[] {
  const measured = RESOLUTIONS.map((resolution) => ({
    resolution,
    ...program<Times>("time", file, resolution, String(ROUNDS)),
  }));
  const rows = measured.map(({ resolution, edit, sharp }) => {
    const ratio = (of: keyof Cost) =>
      times(median(edit.map((cost, round) => cost[of] / (sharp[round]?.[of] ?? Number.NaN))));
    const middle = (costs: readonly Cost[]) => milliseconds(median(costs.map(({ elapsed }) => elapsed)));
    const figures = [middle(edit), middle(sharp), ratio("elapsed"), ratio("cpu")];
    return { what: `${name} → ${resolution}`, figures, goal: GOALS.ratio };
  });
  const [small, large] = measured;
  if (!small || !large) return rows;
  // How much longer the larger output takes, beside how many more pixels it has.
  const growth = (of: keyof Cost, whose: "edit" | "sharp") => {
    const middle = (costs: readonly Cost[]) => median(costs.map((cost) => cost[of]));
    return times(middle(large[whose]) / middle(small[whose]) / (large.pixels / small.pixels));
  };
  const what = `${name}, growth from 1k to 4k by pixels`;
  const figures = [growth("elapsed", "edit"), growth("elapsed", "sharp"), "", growth("cpu", "edit")];
  return [...rows, { what, figures, goal: GOALS.growth }];
}

function memoryRow(name: string, file: string): TableRow {
  const edit = program<Peak>("memory", "edit", file, "4k");
  const plain = program<Peak>("memory", "sharp", file, "4k");
  const figures = [edit.peak, plain.peak, edit.before].map((bytes) => `${Math.round(bytes / MEBIBYTE)} MiB`);
  return { what: name, figures, goal: GOALS.memory };
}

function program<Answer>(...args: readonly string[]): Answer {
  const output = execFileSync(NODE, ["--import", "tsx", PROGRAM, ...args], {
    cwd: REPOSITORY,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(output) as Answer;
}
