/**
 * npm run bench [suite …]: each row is measured now, on this machine; ratios are of runs taken in turn. A name stands for
 * the suite of that name and all that begin with it and a dash: `client` for `client-size` and the others.
 */
import { benchCli } from "./cli.js";
import { CLIENT_SUITES } from "./client/index.js";
import { benchCodegen } from "./codegen.js";
import { benchReactSize } from "./react/size.js";
import { SERVER_SUITES } from "./server/index.js";
import { benchTypes } from "./types.js";
import { benchValidators } from "./validators.js";

const SUITES: Record<string, () => void | Promise<void>> = {
  cli: benchCli,
  codegen: benchCodegen,
  validators: benchValidators,
  types: benchTypes,
  ...CLIENT_SUITES,
  "react-size": benchReactSize,
  ...SERVER_SUITES,
};

const names = Object.keys(SUITES);
const asked = process.argv.slice(2);
const isMeant = (name: string, by: string) => name === by || name.startsWith(`${by}-`);
const unknown = asked.find((word) => !names.some((name) => isMeant(name, word)));
if (unknown) throw new Error(`there is no suite ${unknown}; there are ${names.join(", ")}`);
for (const [name, suite] of Object.entries(SUITES))
  if (asked.length === 0 || asked.some((word) => isMeant(name, word))) await suite();
