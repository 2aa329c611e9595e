// npm run docs: the site of the documentation, into packages/site/dist.
import { install, run } from "./lib/toolchain.mjs";

install("all");
run("node_modules/.bin/tsx", ["packages/site/src/build.ts"]);
