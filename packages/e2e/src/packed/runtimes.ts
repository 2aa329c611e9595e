import { join } from "node:path";
import { tryInChromium } from "./chromium.js";
import { type InstalledServer, startInstalledServer } from "./installed-server.js";
import { createProject, npmInstall, OURS, PEERS, type Project, type Registry } from "./project.js";
import { attempt, type Outcome, type Row } from "./results.js";
import { runProgram } from "./run-program.js";
import { tryInWorkerd } from "./workerd.js";

/** The oldest that is supported, those that are maintained, and the newest; the binary is in a package for this system. */
const NODES = ["20", "22", "24", "latest"];
const NODE_PACKAGE = `node-${process.platform}-${process.arch}`;
/** What is meant for other runtimes than Node as well. */
const EVERYWHERE = ["ai-sdk", "client", "models", "node", "react"].map((name) => `@model-api/${name}`);
const CHECKS = ["client", "node", "react", "ai-sdk"];
/** As the AI SDK itself says. */
const AI_SDK_ASKS_FOR = 22;

/** All runtimes, one after the other, against one server that runs on the Node of whoever started this. */
export async function tryRuntimes(registry: Registry, isWanted: (name: string) => boolean): Promise<Row[]> {
  const names = [...NODES.map((version) => `Node ${version}`), "Bun", "Deno", "workerd", "Chromium"];
  if (!names.some(isWanted)) return [];
  const project = createProject(registry);
  const rows: Row[] = [];
  try {
    await npmInstall(project.folder, [...OURS, ...PEERS, "esbuild", "workerd"]);
    const server = await startInstalledServer(project.folder, process.execPath, ["--cors-origins", "*"]);
    try {
      for (const version of NODES) {
        if (isWanted(`Node ${version}`)) rows.push(await onNode(version, project, registry));
      }
      if (isWanted("Bun")) rows.push(await onBun(registry, server));
      if (isWanted("Deno")) rows.push(await onDeno(registry, server));
      for (const [name, tryIn] of [
        ["workerd", tryInWorkerd],
        ["Chromium", tryInChromium],
      ] as const)
        if (isWanted(name))
          rows.push(await tryIn(project, server).catch((error: unknown) => failed(name, error)));
    } finally {
      await server.stop();
    }
  } finally {
    project.remove();
  }
  return rows;
}

/** On Node the server runs as well: each version against its own. */
async function onNode(version: string, project: Project, registry: Registry): Promise<Row> {
  const home = createProject(registry);
  try {
    await npmInstall(home.folder, [`${NODE_PACKAGE}@${version}`]);
    const node = join(home.folder, "node_modules", NODE_PACKAGE, "bin/node");
    const name = `Node ${(await runProgram(node, ["--version"], { cwd: home.folder })).trim().slice(1)}`;
    const server = await startInstalledServer(project.folder, node).catch((error: Error) => error);
    if (server instanceof Error)
      return { group: "runtimes", name, checks: { server: { passed: false, because: server.message } } };
    const run = (script: string, ...args: string[]) =>
      attempt(() => runProgram(node, [script, ...args], { cwd: project.folder, env: server.env }));
    try {
      const checks: Record<string, Outcome> = {};
      const hasAi = Number.parseInt(name.slice(5), 10) >= AI_SDK_ASKS_FOR;
      for (const check of [...CHECKS, "tools"].filter((each) => hasAi || each !== "ai-sdk"))
        checks[check] = await run(`check-${check}.mjs`);
      const cli = "node_modules/@model-api/cli/bin/model-api.js";
      const args = ["run", "openai/gpt-image-2/edit", "--images", "photo.png", "--prompt", "Blur it"];
      checks.server = await run(cli, ...args, "--output-dir", "out", "--no-journal");
      return { group: "runtimes", name, checks };
    } finally {
      await server.stop();
    }
  } finally {
    home.remove();
  }
}

/** Bun installs for itself. */
async function onBun(registry: Registry, server: InstalledServer): Promise<Row> {
  const home = createProject(registry);
  const project = createProject(registry);
  try {
    await npmInstall(home.folder, [`@oven/bun-${process.platform}-${process.arch}`]);
    const bun = join(home.folder, `node_modules/@oven/bun-${process.platform}-${process.arch}/bin/bun`);
    const name = `Bun ${(await runProgram(bun, ["--version"], { cwd: home.folder })).trim()}`;
    await runProgram(bun, ["add", "--ignore-scripts", ...EVERYWHERE, ...PEERS], { cwd: project.folder });
    const checks: Record<string, Outcome> = {};
    for (const check of CHECKS)
      checks[check] = await attempt(() =>
        runProgram(bun, [`check-${check}.mjs`], { cwd: project.folder, env: server.env }),
      );
    return { group: "runtimes", name, checks };
  } catch (error) {
    return failed("Bun", error);
  } finally {
    home.remove();
    project.remove();
  }
}

/** Deno too, into a node_modules of its own. */
async function onDeno(registry: Registry, server: InstalledServer): Promise<Row> {
  const home = createProject(registry);
  const project = createProject(registry);
  try {
    const native = `@deno/${process.platform}-${process.arch}${process.platform === "linux" ? "-glibc" : ""}`;
    await npmInstall(home.folder, [native]);
    const deno = join(home.folder, "node_modules", native, "deno");
    const name = (await runProgram(deno, ["--version"], { cwd: home.folder })).split(/\s+/, 2).join(" ");
    const env = { DENO_DIR: join(home.folder, "cache"), DENO_NO_UPDATE_CHECK: "1" };
    // Ours were published a minute ago.
    const packages = [...EVERYWHERE, ...PEERS].map((each) => `npm:${each}`);
    const add = ["add", "--minimum-dependency-age=0", ...packages];
    await runProgram(deno, add, { cwd: project.folder, env });
    const checks: Record<string, Outcome> = {};
    for (const check of CHECKS)
      checks[check] = await attempt(() =>
        runProgram(deno, ["run", "--allow-all", `check-${check}.mjs`], {
          cwd: project.folder,
          env: { ...env, ...server.env },
        }),
      );
    return { group: "runtimes", name: name.replace("deno", "Deno"), checks };
  } catch (error) {
    return failed("Deno", error);
  } finally {
    home.remove();
    project.remove();
  }
}

const failed = (name: string, error: unknown): Row => ({
  group: "runtimes",
  name,
  checks: { client: { passed: false, because: error instanceof Error ? error.message : String(error) } },
});
