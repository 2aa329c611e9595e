// npm test: codegen check, lint, types, unit and end-to-end suites; the last line counts the tests.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { install, ROOT, run, turboRun } from "./lib/toolchain.mjs";

const reports = mkdtempSync(join(tmpdir(), "model-api-test-"));
const SOURCE = ["--import", "tsx", "--conditions=@model-api/source"];
const counts = { passed: 0, failed: 0, skipped: 0 };
const broken = [];

install("all");
const bin = (name) => join(ROOT, "node_modules", ".bin", name);
step("generated code is what the schemas say", () =>
  run(process.execPath, [...SOURCE, "scripts/codegen/main.ts", "--check"]),
);
step("schema changes have a changeset", () => {
  run(process.execPath, [...SOURCE, "scripts/schema-diff/main.ts", "--check", "--base", lastRelease()]);
});
step("lint and format", () => run(bin("biome"), ["ci", "."]));
step("types", () => {
  turboRun(["typecheck", "typecheck:scripts"]);
});
suite("unit suites", "vitest.config.ts");
step("build", () => turboRun(["build"]));
const packages = (program, ...args) =>
  run(process.execPath, ["--import", "tsx", `scripts/packages/${program}.ts`, ...args]);
step("packages as they are published", () => packages("check"));
step("the public surface is the one in etc/api", () => packages("api", "--check"));
step("sizes are within their budgets", () => packages("size"));
step("nothing is unused", () => run(bin("knip"), ["--no-progress", "--no-config-hints"]));
step("the site of the documentation, and its links", () => run(bin("tsx"), ["packages/site/src/build.ts"]));
suite("end-to-end suites", "packages/e2e/vitest.config.ts");
step("a short soak of the server", () =>
  run(bin("tsx"), ["packages/bench/src/main.ts", "server-soak"], { env: { SOAK_SECONDS: "10" } }),
);

rmSync(reports, { recursive: true, force: true });
if (broken.length > 0) console.log(`\nFailed: ${broken.join("; ")}`);
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exitCode = broken.length > 0 || counts.failed > 0 || counts.passed === 0 ? 1 : 0;

/** The commit of the last release of `models`; before the first one, the repository's first commit. */
function lastRelease() {
  const git = (...args) => spawnSync("git", args, { cwd: ROOT, encoding: "utf8" }).stdout.trim();
  const tag = git("describe", "--tags", "--abbrev=0", "--match", "@model-api/models@*");
  return tag || git("rev-list", "--max-parents=0", "HEAD").split("\n").at(-1);
}

/** A step that fails does not keep the others from being told. */
function step(name, action) {
  console.log(`\n── ${name}`);
  const started = Date.now();
  try {
    action();
    console.log(`   ${((Date.now() - started) / 1000).toFixed(1)} s`);
  } catch (error) {
    console.error(error.message);
    broken.push(name);
  }
}

function suite(name, config) {
  const file = join(reports, `${name}.json`);
  const args = [
    "run",
    "--config",
    config,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ];
  step(name, () => run(bin("vitest"), args));
  try {
    const report = JSON.parse(readFileSync(file, "utf8"));
    counts.passed += report.numPassedTests;
    counts.failed += report.numFailedTests;
    counts.skipped += report.numPendingTests + report.numTodoTests;
  } catch {
    broken.push(`${name}: no report was written`);
  }
}
