// npm run bench: benchmarks, as ratios measured in one run.
import { install, run, turboRun } from "./lib/toolchain.mjs";

install("all");
turboRun(["build"], { quiet: true });
run("node_modules/.bin/tsx", ["packages/bench/src/main.ts", ...process.argv.slice(2)]);
