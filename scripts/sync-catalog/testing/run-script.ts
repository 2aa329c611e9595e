import { spawn } from "node:child_process";
import { REPOSITORY } from "../flags.js";

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script of the repository as people do, in a process of its own. */
export function runScript(
  script: string,
  args: readonly string[],
  { input = "", environment = {} }: { input?: string; environment?: Record<string, string> } = {},
): Promise<Run> {
  const { RUNCOMFY_TOKEN: _token, RUNCOMFY_MODEL_API_BASE: _base, ...inherited } = process.env;
  const node = ["--import", "tsx", "--conditions=@model-api/source"];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...node, `scripts/${script}`, ...args], {
      cwd: REPOSITORY,
      env: { ...inherited, ...environment },
    });
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, stdout, stderr }));
    // A child that refuses its flags reads no input.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}
