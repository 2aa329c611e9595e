import type { ConnectionFlags } from "../connect.js";
import type { InputFlags } from "../input/read-input.js";

/** How results are handed over. */
export interface OutputFlags extends ConnectionFlags {
  outputDir: string;
  download: boolean;
  open?: boolean;
  json?: boolean;
  ndjson?: boolean;
}

/** The flags of `run` that are not the model's; `submit` has some of them. */
export interface RunFlags extends InputFlags, OutputFlags {
  timeout?: string;
  validate: boolean;
  journal: boolean;
  maxCost?: string;
  dryRun?: boolean;
  detach?: boolean;
  resume?: boolean;
  batch?: string;
  concurrency: string;
  stateFile?: string;
  retryFailed?: boolean;
}

/** Whether stdout is for a script. */
export function isForScript({ json, ndjson }: { json?: boolean; ndjson?: boolean }): boolean {
  return json === true || ndjson === true;
}
