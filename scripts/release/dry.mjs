// npm run release:dry: a whole release, from a clean clone into a registry on this machine, and a stranger who installs it.
//   --matrix        also on every runtime, compiler and package manager; writes docs/compatibility.md
//   --schema-edit   also a schema edit, released as an upgrade
import { join } from "node:path";
import { install, ROOT, run } from "../lib/toolchain.mjs";

install("all");
try {
  run(process.execPath, ["--import", "tsx", join(ROOT, "scripts/release/main.ts"), ...process.argv.slice(2)]);
} catch {
  // It has said what went wrong.
  process.exitCode = 1;
}
