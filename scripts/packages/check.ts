/**
 * Looks at every published package as a stranger gets it: packs it, and judges the tarball. Fails with all that is wrong.
 *
 *   --keep <folder>   where the tarballs are left; else they are removed
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { checkFiles } from "./check-files.js";
import { checkLicences } from "./check-licences.js";
import { checkManifest } from "./check-manifest.js";
import { checkTypes, lintPackage } from "./check-types.js";
import { type PackedPackage, pack } from "./pack.js";
import { commonOf, settleManifest } from "./settle-manifest.js";
import { publishedPackages, ROOT, readManifest } from "./workspace.js";

/** Entries behind a pattern, of which one stands for all. */
const BESIDES: Readonly<Record<string, string[]>> = { "@model-api/models": ["./openai/gpt-image-2/edit"] };

const { values } = parseArgs({ options: { keep: { type: "string" } } });
const folder = values.keep ?? mkdtempSync(join(tmpdir(), "model-api-packages-"));
const common = commonOf(readManifest(ROOT));
let count = 0;
try {
  const packages = pack(publishedPackages(), folder);
  for (const each of packages) report(each.name, await problemsOf(each), `${each.files.length} files`);
  report("dependencies", checkLicences(packages.map(({ name }) => name)), "permissive licences");
} finally {
  if (!values.keep) rmSync(folder, { recursive: true, force: true });
}
if (count > 0) {
  console.error(`\n${count} problems. What is asked of a package: docs/releasing.md`);
  process.exitCode = 1;
}

async function problemsOf(each: PackedPackage): Promise<string[]> {
  const { manifest, directory, packed } = each;
  const settled = settleManifest(manifest, directory, common);
  const unsettled = JSON.stringify(settled) !== JSON.stringify(manifest);
  return [
    ...(unsettled ? ["package.json is not settled. Run: npm run packages:manifests -- --write"] : []),
    ...checkManifest(packed),
    ...checkFiles(each),
    ...(await lintPackage(each)),
    ...(await checkTypes(each, BESIDES[each.name] ?? [])),
  ];
}

function report(name: string, problems: readonly string[], what: string): void {
  console.log(`${problems.length === 0 ? "✓" : "✗"} ${name}: ${what}`);
  for (const problem of problems) console.error(`    ${problem}`);
  count += problems.length;
}
