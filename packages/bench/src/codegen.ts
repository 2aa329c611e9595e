import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { median, timeProcess } from "./measure.js";
import { printRows, type Row, seconds } from "./report.js";
import { NODE, REPOSITORY } from "./repository.js";
import { syntheticRoot } from "./synthetic.js";

const CODEGEN = [NODE, "--import", "tsx", "--conditions=@model-api/source", "scripts/codegen/main.ts"];
const TOUCHED = "schemas/models/openai/gpt-image-2/edit.json";

/** Codegen from the schemas: cold, with nothing changed, with one model touched; and how it grows. */
export function benchCodegen(): void {
  const root = syntheticRoot(44);
  mkdirSync(join(root, "node_modules"));
  cpSync(join(REPOSITORY, "packages/models/package.json"), join(root, "packages/models/package.json"));
  const run = () => timeProcess([...CODEGEN, "--root", root], REPOSITORY);
  const cold = () => {
    rmSync(join(root, "node_modules/.cache"), { recursive: true, force: true });
    rmSync(join(root, "packages/models/src"), { recursive: true, force: true });
    return run();
  };
  const touch = () => {
    const file = join(root, TOUCHED);
    writeFileSync(file, readFileSync(file, "utf8").replace(/"description": "(.)/, '"description": "$1$1'));
    return run();
  };
  cold();
  const times = (measure: () => number) => seconds(median(Array.from({ length: 5 }, measure)));
  const rows: Row[] = [
    { what: "44 models, cold (median of 5)", figure: times(cold), goal: "under 3 s" },
    { what: "nothing changed", figure: times(run), goal: "under 0.5 s" },
    { what: "one model touched", figure: times(touch), goal: "under 1 s" },
  ];
  rmSync(root, { recursive: true, force: true });
  for (const count of [250, 500, 1000]) {
    const many = syntheticRoot(count);
    const took = timeProcess([...CODEGEN, "--root", many], REPOSITORY, {
      NODE_OPTIONS: "--max-old-space-size=900",
    });
    rows.push({
      what: `${count} models, cold, in a heap of 900 MB`,
      figure: seconds(took),
      goal: count === 1000 ? "under 15 s and 1 GB" : "linear",
    });
    rmSync(many, { recursive: true, force: true });
  }
  printRows("Codegen", rows);
}
