import { compare, median, timeProcess } from "./measure.js";
import { printRows, type Row, seconds, times } from "./report.js";
import { NODE, REPOSITORY } from "./repository.js";

const CLI = "packages/cli/bin/model-api.js";

/** The demo when everything is built, and how fast the CLI answers. */
export function benchCli(): void {
  const demo = [NODE, "scripts/demo.mjs"];
  timeProcess(demo, REPOSITORY);
  const took = median(Array.from({ length: 5 }, () => timeProcess(demo, REPOSITORY)));
  const rows: Row[] = [
    { what: "demo, everything built (median of 5)", figure: seconds(took), goal: "under 10 s" },
  ];
  for (const args of [["--version"], ["--help"], ["run", "openai/gpt-image-2/edit", "--help"]]) {
    const { ratio } = compare([NODE, CLI, ...args], [NODE, "-e", "0"], REPOSITORY, 15);
    rows.push({
      what: `model-api ${args.join(" ")} over a bare node (15 pairs)`,
      figure: times(ratio),
      goal: "1.5 ×",
    });
  }
  printRows("The command line", rows);
}
