/**
 * schemas/ → packages/*\/src/generated.
 *
 *   pnpm codegen             write what changed
 *   pnpm codegen --check     write nothing; fail with the list of stale files
 *   --root <folder>          work on another copy of the repository (tests do)
 */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { findStale, write } from "@model-api/codegen";
import { Cache } from "./cache.js";

const { values } = parseArgs({
  options: {
    check: { type: "boolean", default: false },
    root: { type: "string", default: fileURLToPath(new URL("../..", import.meta.url)) },
  },
});

try {
  await run(resolve(values.root), values.check);
} catch (error) {
  if ((error as Error).name !== "SchemaError") throw error;
  console.error(`codegen: ${(error as Error).message}`);
  process.exitCode = 1;
}

async function run(root: string, check: boolean): Promise<void> {
  // A check makes everything anew: it is what tells that a cache was wrong.
  const cache = new Cache(root, !check);
  if (cache.isFresh()) return console.log("codegen: nothing has changed");
  const [{ readSchemas }, { generate }] = await Promise.all([
    import("./read-schemas.js"),
    import("./generate.js"),
  ]);
  const schemas = readSchemas(root);
  for (const note of schemas.notes) console.error(`note: ${note}`);
  const generated = await generate(schemas, cache);
  const summary = `${schemas.models.length} models, ${generated.files.size} files`;
  if (check) {
    const stale = findStale(root, generated);
    if (stale.length === 0) return console.log(`codegen: ${summary}, all up to date`);
    console.error("Generated files are not what the schemas say:");
    for (const { path, reason } of stale) console.error(`  ${path} (${reason})`);
    console.error("Run `pnpm codegen`, and commit what it writes.");
    process.exitCode = 1;
    return;
  }
  const touched = write(root, generated);
  cache.save(generated.files);
  for (const path of touched) console.log(`  ${path}`);
  console.log(`codegen: ${summary}, ${touched.length} changed`);
}
