import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { NODE, REPOSITORY } from "../repository.js";
import type { JobRecord } from "./programs/server/jobs.js";

const BENCH = join(REPOSITORY, "packages/bench");

/**
 * Compiles a program of `programs/` to JavaScript, with the packages that it imports left outside. So it runs under a bare
 * node: what a TypeScript loader costs would be in every figure. Gives its path, from which those packages resolve.
 */
export async function compileProgram(name: string, suite: "client" | "server" = "client"): Promise<string> {
  const outfile = join(BENCH, `node_modules/.cache/${suite}`, `${name.replace("/", "-")}.mjs`);
  await build({
    entryPoints: [join(BENCH, `src/${suite}/programs`, `${name}.ts`)],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
  });
  return outfile;
}

const execute = promisify(execFile);

/** Runs a compiled program in a process of its own, and gives the one JSON value that it prints. */
export async function runProgram<Output>(
  program: string,
  args: readonly string[],
  nodeArgs: readonly string[] = [],
): Promise<Output> {
  const { stdout } = await execute(NODE, [...nodeArgs, program, ...args], {
    // Tokens of the person who runs this must neither be used nor change what a client does.
    env: { PATH: process.env.PATH ?? "" },
    timeout: 300_000,
  });
  return JSON.parse(stdout) as Output;
}

export interface JobServer {
  readonly url: string;
  /** What became of every job since the start, by its tag. */
  jobs(): Promise<Map<string, JobRecord>>;
  stop(): Promise<void>;
}

/** Starts the service that the suites talk to, in a process of its own. `holds`: whether it honours `Prefer: wait`. */
export async function startJobServer({ holds }: { holds: boolean }): Promise<JobServer> {
  const program = await compileProgram("server/main");
  const child = spawn(NODE, [program, ...(holds ? ["holds"] : [])], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const [port] = (await once(child, "message")) as [number];
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    async jobs() {
      const records = (await (await fetch(`${url}/jobs/`)).json()) as JobRecord[];
      return new Map(records.map((record) => [record.tag, record]));
    },
    async stop() {
      const exited = once(child, "exit");
      child.kill();
      await exited;
    },
  };
}
