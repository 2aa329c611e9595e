// What the release workflow runs once nothing waits for a version: publishes what the registry does not have yet.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { install, ROOT, run } from "../lib/toolchain.mjs";

const read = (path) => JSON.parse(readFileSync(join(ROOT, path), "utf8"));
const root = read("package.json");

const problems = [];
if (/\/\/example\.com\//.test(root.repository.url))
  problems.push("package.json: repository.url is still the placeholder. Provenance needs the real one.");
for (const folder of readdirSync(join(ROOT, "packages"))) {
  const { name, version, private: isPrivate } = read(`packages/${folder}/package.json`);
  if (!isPrivate && version === "0.0.0")
    problems.push(`${name} is 0.0.0: merge the pull request with the versions first.`);
}
if (problems.length > 0) {
  console.error(`Nothing was published.\n${problems.join("\n")}\ndocs/releasing.md says what to do.`);
  process.exit(1);
}

install("all");
// changesets calls pnpm, which puts versions in place of `workspace:`.
const changeset = ["node", "node_modules/@changesets/cli/bin.js", "publish", "--no-git-tag"];
run("npx", ["--yes", "--package", root.packageManager, "--", ...changeset]);
