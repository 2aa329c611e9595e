// Before a commit: what is staged is formatted and linted, and generated code is what staged schemas say. Writes nothing.
import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generatedInParts, isSchema } from "./paths.mjs";

const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));
const BIOME = join(REPOSITORY, "node_modules/@biomejs/biome/bin/biome");
/** What `is-fresh.ts` ends with where codegen has to be run. */
const STALE = 2;

const root = git("rev-parse", "--show-toplevel")[0];
const staged = git("diff", "--cached", "--name-only", "--no-renames", "-z");
if (staged.length > 0) process.exitCode = await check();

async function check() {
  if (!existsSync(BIOME)) return say("Nothing is installed yet, so nothing can be checked. Run: npm test");
  const checks = [biome()];
  if (staged.some(isSchema)) checks.push(codegen());
  return Math.max(...(await Promise.all(checks)));
}

async function biome() {
  const status = await run([
    BIOME,
    "check",
    "--staged",
    "--no-errors-on-unmatched",
    "--files-ignore-unknown=true",
  ]);
  return status === 0 ? 0 : say("Run: npm run format, and stage what it writes.");
}

/** By what the last run of codegen has noted down: a full check generates everything anew, which takes seconds. */
async function codegen() {
  const script = ["--import", "tsx", "--conditions=@model-api/source", "scripts/pre-commit/is-fresh.ts"];
  const status = await run([...script, root], REPOSITORY);
  if (status === STALE)
    return say("Generated code is not what the schemas say. Run: npm run codegen, and stage what it writes.");
  if (status !== 0)
    return say("Whether generated code is what the schemas say could not be found out, as above.");
  const left = generatedInParts([
    ...git("diff", "--name-only", "--no-renames", "-z"),
    ...git("ls-files", "--others", "--exclude-standard", "-z"),
  ]);
  if (left.length === 0) return 0;
  return say(
    `Schemas and what is generated from them belong into one commit. Stage these too:\n  ${left.join("\n  ")}`,
  );
}

function run(args, cwd = root) {
  return new Promise((resolve, reject) => {
    // Git's own variables stay: of a commit of some paths only, they name the index that is meant.
    const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "inherit", "inherit"] });
    child.on("error", reject);
    child.on("close", (status) => resolve(status ?? 1));
  });
}

function git(...args) {
  const text = execFileSync("git", args, { encoding: "utf8", maxBuffer: 2 ** 26 });
  return text.split(args.includes("-z") ? "\0" : "\n").filter(Boolean);
}

function say(text) {
  console.error(`pre-commit: ${text}\nPast it, once: git commit --no-verify`);
  return 1;
}
