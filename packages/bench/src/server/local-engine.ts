/** What an edit by the local engine costs, beside sharp doing nothing but decode, resize and encode the same picture. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import sharp from "sharp";
import { median } from "../measure.js";
import { milliseconds, printTable, type TableRow, times } from "../report.js";
import { NODE, REPOSITORY } from "../repository.js";
import type { Cost, Peak, Times } from "./programs/local-edit.js";

const SOURCE = fileURLToPath(new URL("programs/local-edit.ts", import.meta.url));
const FIXTURE = join(REPOSITORY, "packages/e2e/fixtures/coffee.png");
const RESOLUTIONS = ["1k", "4k"] as const;
const ROUNDS = 7;
const MEBIBYTE = 2 ** 20;
const GOALS = {
  ratio: "at most 8 ×",
  growth: "no worse than linear: at most 1.00 ×",
  memory: "under 600 MiB",
};

/** Runs the measured program; its arguments say what it answers. */
type Run = <Answer>(...args: readonly string[]) => Answer;

export async function benchLocalEngine(): Promise<void> {
  // As JavaScript, and where it finds its packages: a TypeScript loader in both of its threads would be measured as well.
  const folder = mkdtempSync(join(REPOSITORY, "packages/bench/node_modules/.local-engine-"));
  const program = join(folder, "local-edit.mjs");
  buildSync({
    entryPoints: [SOURCE],
    outfile: program,
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
  });
  const run: Run = (...args) => {
    const output = execFileSync(NODE, [program, ...args], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    });
    return JSON.parse(output);
  };
  try {
    const photo = join(folder, "photo.jpg");
    await sharp(FIXTURE).resize(4000, 2667).jpeg({ quality: 90 }).toFile(photo);
    const pictures = { "600 × 400 PNG": FIXTURE, "4000 × 2667 JPEG": photo };
    printTable(
      "Local engine, a studio background with a shadow and a headline: time, and sharp doing nothing but decode, resize and encode",
      ["edit", "sharp", "ratio", "of CPU time"],
      Object.entries(pictures).flatMap(([name, file]) => timeRows(run, name, file)),
    );
    printTable(
      "Local engine, one 4k edit in a process of its own: resident memory at most",
      ["edit", "sharp", "before"],
      Object.entries(pictures).map(([name, file]) => memoryRow(run, name, file)),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function timeRows(run: Run, name: string, file: string): TableRow[] {
  const measured = RESOLUTIONS.map((resolution) => ({
    resolution,
    ...run<Times>("time", file, resolution, String(ROUNDS)),
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

function memoryRow(run: Run, name: string, file: string): TableRow {
  const edit = run<Peak>("memory", "edit", file, "4k");
  const plain = run<Peak>("memory", "sharp", file, "4k");
  const figures = [edit.peak, plain.peak, edit.before].map((bytes) => `${Math.round(bytes / MEBIBYTE)} MiB`);
  return { what: name, figures, goal: GOALS.memory };
}
