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
import { SchemaError } from "@model-api/codegen";
import { generate } from "./generate.js";
import { findStale, write } from "./output.js";
import { readSchemas } from "./read-schemas.js";

const { values } = parseArgs({
  options: {
    check: { type: "boolean", default: false },
    root: { type: "string", default: fileURLToPath(new URL("../..", import.meta.url)) },
  },
});
const root = resolve(values.root);

try {
  const schemas = readSchemas(root);
  for (const note of schemas.notes) console.error(`note: ${note}`);
  const generated = await generate(schemas);
  const summary = `${schemas.models.length} models, ${generated.files.size} files`;
  if (values.check) {
    const stale = findStale(root, generated);
    if (stale.length > 0) {
      console.error("Generated files are not what the schemas say:");
      for (const { path, reason } of stale) console.error(`  ${path} (${reason})`);
      console.error("Run `pnpm codegen`, and commit what it writes.");
      process.exitCode = 1;
    } else console.log(`codegen: ${summary}, all up to date`);
  } else {
    const touched = write(root, generated);
    for (const path of touched) console.log(`  ${path}`);
    console.log(`codegen: ${summary}, ${touched.length} changed`);
  }
} catch (error) {
  if (!(error instanceof SchemaError)) throw error;
  console.error(`codegen: ${error.message}`);
  process.exitCode = 1;
}
