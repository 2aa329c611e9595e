/**
 * The public surface of every published package, as text: etc/api/<package>[.<entry>].api.md.
 *
 *   (nothing)   writes the reports
 *   --check     writes nothing; fails with the difference where one is not what the packages export now
 */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeEntries, type Entry, REPORTS, reportName } from "./api-report.js";
import { codeEntries, publishedPackages, ROOT } from "./workspace.js";

/** It is one interface a model, and follows the schemas; what changes in it is told by `npm run schemas:diff`. */
const FROM_SCHEMAS = { name: "@model-api/models", entry: "." };

const isChecking = process.argv.includes("--check");
const folder = join(ROOT, REPORTS);
mkdirSync(folder, { recursive: true });

const entries: Entry[] = publishedPackages()
  .flatMap((each) => codeEntries(each.manifest).map((path) => ({ of: each, path })))
  .filter(({ of, path }) => of.name !== FROM_SCHEMAS.name || path !== FROM_SCHEMAS.entry);
const texts = describeEntries(entries);
const reports = new Map(
  entries.map(({ of, path }, index) => [`${reportName(of.directory, path)}.api.md`, texts[index] ?? ""]),
);
const known = readdirSync(folder).filter((name) => name.endsWith(".api.md"));
const stale = [...new Set([...known, ...reports.keys()])]
  .sort()
  .filter((name) => !known.includes(name) || readFileSync(join(folder, name), "utf8") !== reports.get(name));

for (const name of stale) {
  const text = reports.get(name);
  if (isChecking) tell(name, text);
  else if (text === undefined) rmSync(join(folder, name));
  else writeFileSync(join(folder, name), text);
  if (!isChecking) console.log(`${text === undefined ? "removed" : "wrote"} ${REPORTS}/${name}`);
}
if (isChecking && stale.length > 0) {
  console.error(
    `\nThe public surface has changed: ${stale.join(", ")}. Where that is meant, run \`npm run api\`, commit what it writes, and add a changeset.`,
  );
  process.exitCode = 1;
}
if (stale.length === 0) console.log(`${reports.size} reports are what the packages export.`);

/** Shows the difference as git does. */
function tell(name: string, text: string | undefined): void {
  const temporary = mkdtempSync(join(tmpdir(), "model-api-api-"));
  const now = join(temporary, name);
  if (text !== undefined) writeFileSync(now, text);
  const before = join(folder, name);
  const paths = [existsSync(before) ? before : "/dev/null", text === undefined ? "/dev/null" : now];
  const { stdout } = spawnSync("git", ["diff", "--no-index", "--no-color", ...paths], { encoding: "utf8" });
  console.error(`── ${REPORTS}/${name}\n${stdout.replace(/^(?:diff|index|---|\+\+\+).*\n/gm, "")}`);
  rmSync(temporary, { recursive: true });
}
