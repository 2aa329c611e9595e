import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createProject, npmInstall, OURS, PEERS, type Registry } from "./project.js";
import { attempt, type Outcome, type Row } from "./results.js";
import { runProgram } from "./run-program.js";

/** The latest of its three latest majors. */
const VERSIONS = ["5", "6", "7"];
/** How imports are resolved, with the kind of module that goes with it. */
const RESOLUTIONS = { bundler: "esnext", node16: "node16", nodenext: "nodenext" } as const;

/** A program that uses every package, with each compiler, each way to resolve imports, strict and lax. */
export async function tryCompilers(registry: Registry, isWanted: (name: string) => boolean): Promise<Row[]> {
  const versions = VERSIONS.filter((version) => isWanted(`TypeScript ${version}`));
  if (versions.length === 0) return [];
  const project = createProject(registry);
  const rows: Row[] = [];
  try {
    const types = ["@types/node@20", "@types/react@19"];
    const compilers = versions.map((version) => `typescript${version}@npm:typescript@${version}`);
    await npmInstall(project.folder, [...OURS, ...PEERS, ...types, ...compilers]);
    for (const version of versions) rows.push(await withCompiler(`typescript${version}`, project.folder));
  } finally {
    project.remove();
  }
  return rows;
}

async function withCompiler(alias: string, folder: string): Promise<Row> {
  const home = join(folder, "node_modules", alias);
  const { version, bin } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  const checks: Record<string, Outcome> = {};
  for (const [moduleResolution, module] of Object.entries(RESOLUTIONS)) {
    for (const strict of [true, false]) {
      const config = {
        compilerOptions: { ...COMMON, moduleResolution, module, strict },
        files: ["types.ts"],
      };
      writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
      checks[`${moduleResolution}${strict ? "" : ", lax"}`] = await attempt(() =>
        runProgram(process.execPath, [join(home, bin.tsc), "--noEmit"], { cwd: folder }),
      );
    }
  }
  // Everything that the declarations of the client and the models say, not only what the program uses of them.
  writeFileSync(join(folder, "own.ts"), 'export * from "@model-api/client";\n');
  const own = {
    compilerOptions: {
      ...COMMON,
      moduleResolution: "nodenext",
      module: "nodenext",
      strict: true,
      skipLibCheck: false,
      types: [],
    },
    files: ["own.ts"],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(own));
  checks["their declarations"] = await attempt(() =>
    runProgram(process.execPath, [join(home, bin.tsc), "--noEmit"], { cwd: folder }),
  );
  return { group: "compilers", name: `TypeScript ${version}`, checks };
}

const COMMON = {
  target: "es2022",
  lib: ["es2023", "dom"],
  types: ["node"],
  skipLibCheck: true,
  jsx: "react-jsx",
};
