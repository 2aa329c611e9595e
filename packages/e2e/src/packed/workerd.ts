import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { serveInWorkerd } from "../workerd.js";
import { bundleInstalled } from "./bundle-installed.js";
import type { InstalledServer } from "./installed-server.js";
import type { Project } from "./project.js";
import { attempt, type Outcome, type Row } from "./results.js";

/** Each check in a worker. The runtime is the one of the `workerd` package that the project has installed. */
export async function tryInWorkerd(project: Project, { url, token }: InstalledServer): Promise<Row> {
  const from = join(project.folder, "package.json");
  const { version } = JSON.parse(readFileSync(createRequire(from).resolve("workerd/package.json"), "utf8"));
  await bundleInstalled(project, "worker.mjs", "w.js");
  const worker = await serveInWorkerd(project.folder, { compatibilityDate: "2025-09-01", from });
  try {
    const checks: Record<string, Outcome> = {};
    for (const check of ["client", "ai-sdk"])
      checks[check] = await attempt(() => worker.post({ check, baseUrl: url, token }));
    return { group: "runtimes", name: `workerd ${version}`, checks };
  } finally {
    await worker.stop();
  }
}
