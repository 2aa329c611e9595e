/** Ends with 0 where the last run of codegen had the schemas and the generators as they stand, and what it wrote still stands; else with 2. */
import { Cache } from "../codegen/cache.js";

const [root = process.cwd()] = process.argv.slice(2);
process.exitCode = new Cache(root, true).isFresh() ? 0 : 2;
