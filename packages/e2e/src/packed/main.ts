/**
 * The packed packages, from a registry, in empty projects: on each runtime, with each compiler, by each package manager.
 * `npm run release:dry` starts it.
 *
 *   --registry <url>   where our packages are
 *   --only <name>      only rows whose name begins with this; then nothing is written
 *   --update           writes all the same: in place of these rows, beside the others of the last run
 */
import { parseArgs } from "node:util";
import { tryCompilers } from "./compilers.js";
import { tryPackageManagers } from "./package-managers.js";
import { failuresOf, type Row } from "./results.js";
import { tryRuntimes } from "./runtimes.js";
import { inPlaceOf, writePages } from "./write-pages.js";

const { values } = parseArgs({
  options: { registry: { type: "string" }, only: { type: "string" }, update: { type: "boolean" } },
});
if (!values.registry) throw new Error("--registry is missing: the URL of the registry that has our packages");
const registry = { url: values.registry.replace(/\/$/, "") };
const isWanted = (name: string) => name.toLowerCase().startsWith((values.only ?? "").toLowerCase());

const rows: Row[] = [];
for (const tryGroup of [tryRuntimes, tryCompilers, tryPackageManagers]) {
  const started = Date.now();
  const own = await tryGroup(registry, isWanted);
  if (own.length === 0) continue;
  rows.push(...own);
  for (const row of own) tell(row);
  console.log(`   ${((Date.now() - started) / 1000).toFixed(0)} s`);
}
if (!values.only) writePages(rows);
else if (values.update) writePages(inPlaceOf(rows));
const failures = rows.flatMap(failuresOf);
for (const failure of failures) console.error(`\n✗ ${failure}`);
if (failures.length > 0 || rows.length === 0) process.exitCode = 1;

function tell({ name, checks }: Row): void {
  const cells = Object.entries(checks).map(([check, { passed }]) => `${passed ? "✓" : "✗"} ${check}`);
  console.log(`   ${name}: ${cells.join("  ")}`);
}
