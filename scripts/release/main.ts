/**
 * A whole release, without anybody noticing: versions and changelogs from the changesets, a build, packages packed and published
 * into a registry on this machine, and installed from there by a stranger. It works in a clone of what is committed, in a
 * temporary folder, and calls nobody but the npm registry, for what our packages depend on.
 *
 *   --matrix        also installs it on every runtime, compiler and package manager; writes docs/compatibility.md
 *   --schema-edit   also edits a schema, and releases the edit as an upgrade
 *   --only <row>    of the matrix, only rows whose name begins with this; nothing is written then
 *   --keep          leaves the temporary folder, and says where it is
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { cloneAt } from "./clone.js";
import { startRegistry } from "./registry.js";
import { build, publish, version } from "./release.js";
import { releaseSchemaEdit } from "./schema-edit.js";
import { ROOT, shell } from "./shell.js";

const { values } = parseArgs({
  options: {
    matrix: { type: "boolean", default: false },
    "schema-edit": { type: "boolean", default: false },
    only: { type: "string" },
    keep: { type: "boolean", default: false },
  },
});
const started = Date.now();
const say = (text: string) =>
  console.log(`[${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s] ${text}`);

const folder = mkdtempSync(join(tmpdir(), "model-api-release-"));
const registry = await startRegistry(join(folder, "registry"));
try {
  say(`A registry listens at ${registry.url}. Cloning what is committed, and installing …`);
  const clone = cloneAt(join(folder, "clone"));
  const released = version(clone);
  say(`Versions: ${released.map((each) => `${each.name}@${each.version}`).join(", ")}`);
  build(clone);
  say("Built. Publishing …");
  await publish(clone, registry, released);
  say(
    "Published: no `workspace:` is left, and every version has its changelog. Installing it as a stranger …",
  );
  const wanted = values.only ?? (values.matrix ? undefined : "npm");
  const only = wanted === undefined ? [] : ["--only", wanted];
  shell(
    process.execPath,
    ["--import", "tsx", "packages/e2e/src/packed/main.ts", "--registry", registry.url, ...only],
    { cwd: ROOT, isLoud: true },
  );
  if (values["schema-edit"]) {
    say("A schema edit …");
    await releaseSchemaEdit(clone, registry, join(folder, "consumer"), say);
  }
  say("Done. Nothing was published anywhere else, and the checkout is as it was.");
} catch (error) {
  console.error(`\nThe release failed. ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  await registry.stop();
  if (values.keep) console.log(`Left: ${folder}`);
  else rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
