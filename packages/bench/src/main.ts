/** npm run bench [suite …]: each row is measured now, on this machine; ratios are of runs taken in turn. */
import { benchCli } from "./cli.js";
import { benchCodegen } from "./codegen.js";
import { benchTypes } from "./types.js";
import { benchValidators } from "./validators.js";

const SUITES: Record<string, () => void | Promise<void>> = {
  cli: benchCli,
  codegen: benchCodegen,
  validators: benchValidators,
  types: benchTypes,
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(SUITES, name));
if (unknown) throw new Error(`there is no suite ${unknown}; there are ${Object.keys(SUITES).join(", ")}`);
for (const [name, suite] of Object.entries(SUITES))
  if (asked.length === 0 || asked.includes(name)) await suite();
