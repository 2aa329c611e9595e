import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { startInstalledServer } from "./installed-server.js";
import { createProject, npmInstall, OURS, PEERS, type Project, type Registry } from "./project.js";
import { attempt, type Outcome, type Row } from "./results.js";
import { runProgram } from "./run-program.js";

/** The AI SDK asks for a newer Node than ours do otherwise, on which yarn classic insists. */
const HAS_AI_SDK = Number.parseInt(process.versions.node, 10) >= 22;
const PACKAGES = [...OURS, ...PEERS].filter((name) => HAS_AI_SDK || !/^ai@|\/ai-sdk$/.test(name));

interface Manager {
  /** As the matrix calls it, without the version. */
  readonly name: string;
  /** The package that brings it; without one, it is there already. */
  readonly from?: { readonly package: string; readonly bin: string };
  readonly version: readonly string[];
  readonly add: readonly string[];
  /** What it wants to have in the project before. */
  readonly prepare?: (project: Project, registry: Registry) => void;
}

const MANAGERS: readonly Manager[] = [
  { name: "npm", version: ["--version"], add: ["install", "--no-audit", "--no-fund", "--ignore-scripts"] },
  {
    name: "pnpm",
    from: { package: "pnpm@10", bin: "pnpm/bin/pnpm.cjs" },
    version: ["--version"],
    add: ["add", "--ignore-scripts"],
  },
  {
    name: "yarn classic",
    from: { package: "yarn@1", bin: "yarn/bin/yarn.js" },
    version: ["--version"],
    add: ["add", "--ignore-scripts", "--non-interactive"],
  },
  {
    name: "yarn berry",
    from: { package: "@yarnpkg/cli-dist@4", bin: "@yarnpkg/cli-dist/bin/yarn.js" },
    version: ["--version"],
    add: ["add"],
    prepare({ folder }, { url }) {
      const settings = {
        nodeLinker: "node-modules",
        enableScripts: false,
        enableTelemetry: false,
        enableGlobalCache: true,
        // Ours were published a minute ago.
        npmPreapprovedPackages: ["@model-api/*"],
        unsafeHttpWhitelist: ["127.0.0.1"],
        npmScopes: { "model-api": { npmRegistryServer: url } },
      };
      // JSON is YAML as well.
      writeFileSync(join(folder, ".yarnrc.yml"), JSON.stringify(settings));
      writeFileSync(join(folder, "yarn.lock"), "");
    },
  },
];

/** All packages, installed by each manager; then what was installed is used. */
export async function tryPackageManagers(
  registry: Registry,
  isWanted: (name: string) => boolean,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const manager of MANAGERS.filter(({ name }) => isWanted(name)))
    rows.push(await withManager(manager, registry));
  return rows;
}

async function withManager(manager: Manager, registry: Registry): Promise<Row> {
  const home = createProject(registry);
  const project = createProject(registry);
  const checks: Record<string, Outcome> = {};
  let version = "";
  try {
    const { from } = manager;
    if (from) await npmInstall(home.folder, [from.package]);
    const command = from ? [process.execPath, join(home.folder, "node_modules", from.bin)] : [manager.name];
    const call = (args: readonly string[]) =>
      runProgram(command[0] ?? "", [...command.slice(1), ...args], { cwd: project.folder });
    manager.prepare?.(project, registry);
    checks.install = await attempt(async () => {
      version = (await call(manager.version)).trim();
      await call([...manager.add, ...PACKAGES]);
    });
    if (checks.install.passed) {
      checks["a server, and a run"] = await attempt(() => use(project));
    }
  } finally {
    home.remove();
    project.remove();
  }
  return { group: "package managers", name: `${manager.name} ${version}`.trim(), checks };
}

async function use({ folder }: Project): Promise<void> {
  const bin = join(folder, "node_modules/.bin/model-api");
  const said = await runProgram(bin, ["--version"], { cwd: folder });
  if (!/^\d+\.\d+\.\d+/.test(said) || said.startsWith("0.0.0")) throw new Error(`--version says ${said}`);
  const server = await startInstalledServer(folder, process.execPath);
  try {
    for (const check of ["client", "node", "react", "tools"])
      await runProgram(process.execPath, [`check-${check}.mjs`], { cwd: folder, env: server.env });
  } finally {
    await server.stop();
  }
}
