import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY } from "../harness.js";
import { compatibilityPage, type Row, tableOf } from "./results.js";

const DATA = "docs/compatibility.json";
const BEGIN = "<!-- compatibility: made by npm run test:extended -->";
const END = "<!-- /compatibility -->";

/** Writes what came out of a run: as data, as a page, and as the short form in the README between its two marks. */
export function writePages(rows: readonly Row[]): void {
  writeFileSync(join(REPOSITORY, DATA), `${JSON.stringify(rows, null, 2)}\n`);
  writeFileSync(join(REPOSITORY, "docs/compatibility.md"), compatibilityPage(rows));
  const path = join(REPOSITORY, "README.md");
  const readme = readFileSync(path, "utf8");
  const [before, rest] = readme.split(BEGIN);
  const [, after] = rest?.split(END) ?? [];
  if (after !== undefined) writeFileSync(path, `${before}${BEGIN}\n${shortForm(rows)}\n${END}${after}`);
}

/** The rows of the last run, with these in place of those that they are a newer try of. */
export function inPlaceOf(rows: readonly Row[]): Row[] {
  const last = JSON.parse(readFileSync(join(REPOSITORY, DATA), "utf8")) as Row[];
  const kindOf = ({ name }: Row) => name.replace(/ \d[\d.]*$/, "");
  return last.map(
    (row) => rows.find((newer) => newer.group === row.group && kindOf(newer) === kindOf(row)) ?? row,
  );
}

/** The table of runtimes; of the other groups, the names of those where everything passed. */
function shortForm(rows: readonly Row[]): string {
  const passed = (group: Row["group"]) =>
    rows
      .filter((row) => row.group === group && Object.values(row.checks).every((outcome) => outcome.passed))
      .map(({ name }) => name)
      .join(", ");
  return [
    ...tableOf(rows, "runtimes"),
    "",
    `Types: ${passed("compilers")}, with \`moduleResolution\` bundler, node16 and nodenext, strict and lax. Installed by ${passed("package managers")}.`,
  ].join("\n");
}
