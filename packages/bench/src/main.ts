/** npm run bench: each row is measured now, on this machine; ratios are of pairs run in turn. */
import { fileURLToPath } from "node:url";
import { compare, median, timeProcess } from "./measure.js";

const REPOSITORY = fileURLToPath(new URL("../../..", import.meta.url));
const CLI = "packages/cli/bin/model-api.js";
const NODE = process.execPath;
const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;

const rows: { what: string; figure: string; goal: string }[] = [];

timeProcess([NODE, "scripts/demo.mjs"], REPOSITORY);
const demo = median(Array.from({ length: 5 }, () => timeProcess([NODE, "scripts/demo.mjs"], REPOSITORY)));
rows.push({ what: "demo, everything built (median of 5)", figure: seconds(demo), goal: "under 10 s" });

const bare = [NODE, "-e", "0"];
for (const args of [["--version"], ["--help"], ["run", "openai/gpt-image-2/edit", "--help"]]) {
  const { ratio } = compare([NODE, CLI, ...args], bare, REPOSITORY, 15);
  rows.push({
    what: `model-api ${args.join(" ")} over a bare node (15 pairs)`,
    figure: `${ratio.toFixed(2)} ×`,
    goal: "1.5 ×",
  });
}

const width = Math.max(...rows.map(({ what }) => what.length));
for (const { what, figure, goal } of rows)
  console.log(`${what.padEnd(width)}  ${figure.padStart(8)}  (goal: ${goal})`);
