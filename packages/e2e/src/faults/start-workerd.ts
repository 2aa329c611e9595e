import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { serveInWorkerd } from "../workerd.js";
import type { Assignment } from "./worker.js";

/** A worker in workerd. */
export interface Workerd {
  /** Plays an assignment in there. */
  play<Outcome>(assignment: Assignment): Promise<Outcome>;
  stop(): Promise<void>;
}

/** As of this date the runtime refuses the `cache` option of fetch, which the client has to cope with. */
const COMPATIBILITY_DATE = "2024-09-01";

/** Bundles `worker.ts` and serves it in workerd. */
export async function startWorkerd(): Promise<Workerd> {
  const folder = mkdtempSync(join(tmpdir(), "model-api-workerd-"));
  await build({
    entryPoints: [fileURLToPath(new URL("worker.ts", import.meta.url))],
    outfile: join(folder, "w.js"),
    bundle: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
  });
  const worker = await serveInWorkerd(folder, { compatibilityDate: COMPATIBILITY_DATE });
  return {
    play: async <Outcome>(assignment: Assignment) => (await worker.post(assignment)) as Outcome,
    async stop() {
      await worker.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
