import { join } from "node:path";
import { type Exit, REPOSITORY, spawnProgram } from "./harness.js";

const FLAGS = ["--strict", "--module", "nodenext", "--target", "es2022", "--types", "node", "--skipLibCheck"];

/** Compiles programs of a folder in strict mode, as somebody who has copied them would, into JavaScript beside them. */
export function compileExamples(folder: string, ...names: string[]): Promise<Exit> {
  const tsc = join(REPOSITORY, "node_modules/typescript/bin/tsc");
  return spawnProgram(process.execPath, [tsc, ...FLAGS, ...names], {}, folder).exit;
}
