// npm run test:extended: what npm test plays a sample of, played at length. Each step prints its figures.
import { join } from "node:path";
import { install, ROOT, run, turboRun } from "./lib/toolchain.mjs";

install("all");
turboRun(["build"], { quiet: true });

const CRASH_ONE = ["vitest", "run", "packages/server/src/crash.test.ts"];
const CRASH_MANY = ["vitest", "run", "packages/server/src/store/postgres/crash.test.ts"];
const CRASH_UPSTREAM = ["vitest", "run", "packages/server/src/engines/upstream/crash.test.ts"];
const CRASH_OPENAI = ["vitest", "run", "packages/server/src/engines/openai/crash.test.ts"];
const FUZZ = ["vitest", "run", "packages/server/src/contract-fuzz.test.ts"];
const TYPES = ["vitest", "run", "packages/codegen/src/emit-types.test.ts"];
const SOAK = ["tsx", "packages/bench/src/main.ts", "server-soak"];
const INSPECTOR = ["vitest", "run", "--config", "packages/e2e/vitest.config.ts", "mcp/inspector"];
const PACKED = ["tsx", "scripts/release/main.ts", "--matrix", "--schema-edit"];

step("one machine, killed 300 times", CRASH_ONE, { CRASH_ROUNDS: "300" });
step("many machines, killed 200 times", CRASH_MANY, { CRASH_ROUNDS: "200" });
step("many machines, 10,000 requests", CRASH_MANY, { CRASH_ROUNDS: "20", CRASH_BURST: "500" });
step("a paid service behind it, killed 200 times", CRASH_UPSTREAM, { CRASH_ROUNDS: "200" });
step("OpenAI behind it, killed 200 times", CRASH_OPENAI, { CRASH_ROUNDS: "200" });
step("100,000 inputs that nobody should send", FUZZ, { FUZZ_RUNS: "100000" });
step("6,000 random schemas, and the types of what they accept", TYPES, { TYPES_SCHEMAS: "3000" });
step("five minutes of traffic", SOAK, { SOAK_SECONDS: "300" });
step("the inspector of the Model Context Protocol", INSPECTOR, { MCP_INSPECTOR: "2.12.0" });
step("packed: released into a registry, on every runtime, compiler and package manager", PACKED, {});

/** The first one that fails ends it all: its output is the last. */
function step(name, [tool, ...args], env) {
  console.log(`\n── ${name}`);
  const started = Date.now();
  run(join(ROOT, "node_modules/.bin", tool), args, { env });
  console.log(`   ${((Date.now() - started) / 1000).toFixed(0)} s`);
}
