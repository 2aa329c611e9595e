// npm run build, npm run typecheck: tasks of turbo.json, with nothing but Node and npm on the machine.
import { install, turboRun } from "./lib/toolchain.mjs";

install("all");
turboRun(process.argv.slice(2));
