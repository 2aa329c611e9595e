/**
 * What changed in the schemas since a commit, for those who call the models.
 *
 *   --base <ref>       the commit to compare with; where the work left main, when it is not given
 *   --write            write the changeset of the models
 *   --check            fail where changes have no changeset that goes far enough
 *   --root <folder>    work on another copy of the repository (tests do)
 */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { run } from "./run.js";

const { values } = parseArgs({
  options: {
    base: { type: "string" },
    check: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    root: { type: "string", default: fileURLToPath(new URL("../..", import.meta.url)) },
  },
});
const { code, out, err } = run({ ...values, root: resolve(values.root) });
if (out !== "") console.log(out);
if (err !== "") console.error(err);
process.exitCode = code;
