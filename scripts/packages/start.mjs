// Runs a TypeScript program of this folder once what it needs is installed, and what it looks at is built:
//   node scripts/packages/start.mjs check.ts [arguments]
import { join } from "node:path";
import { install, ROOT, run, turboRun } from "../lib/toolchain.mjs";

const [program, ...args] = process.argv.slice(2);
install("all");
turboRun(["build"], { quiet: true });
const script = join(ROOT, "scripts/packages", program);
try {
  run(process.execPath, ["--import", "tsx", script, ...args]);
} catch {
  // It has said what is wrong.
  process.exitCode = 1;
}
