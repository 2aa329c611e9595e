import { type Run, runScript } from "../../sync-catalog/testing/run-script.js";

/** Runs the script as people do, in a process of its own. */
export function newModel(args: readonly string[], more?: Parameters<typeof runScript>[2]): Promise<Run> {
  return runScript("new-model/main.ts", args, more);
}
