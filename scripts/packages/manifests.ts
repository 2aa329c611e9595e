/**
 * Fills in the fields of the published packages' package.json that follow from others: homepage, bugs, repository, license,
 * engines, and the exports that are published.
 *
 *   (nothing)   fails where one is not as it would be written
 *   --write     writes them
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { commonOf, settleManifest } from "./settle-manifest.js";
import { publishedPackages, ROOT, readManifest } from "./workspace.js";

const isWriting = process.argv.includes("--write");
for (const path of unsettled()) {
  if (isWriting) console.log(`wrote ${path}`);
  else {
    console.error(`${path} is not settled. Run: npm run packages:manifests -- --write`);
    process.exitCode = 1;
  }
}

function unsettled(): string[] {
  const common = commonOf(readManifest(ROOT));
  const found: string[] = [];
  for (const { folder, directory, manifest } of publishedPackages()) {
    const settled = JSON.stringify(settleManifest(manifest, directory, common), null, 2);
    if (settled === JSON.stringify(manifest, null, 2)) continue;
    if (isWriting) writeFileSync(join(folder, "package.json"), `${settled}\n`);
    found.push(`${directory}/package.json`);
  }
  return found;
}
