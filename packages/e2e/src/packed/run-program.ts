import { spawn } from "node:child_process";

export interface ProgramOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds after which it is killed, and has failed; default: four minutes. */
  readonly timeout?: number;
}

/** Runs a program to its end; gives its stdout. Throws with the end of what it has said when it fails. */
export function runProgram(
  file: string,
  args: readonly string[],
  { cwd, env = {}, timeout = 240_000 }: ProgramOptions,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      timeout,
      killSignal: "SIGKILL",
    });
    let stdout = "";
    let said = "";
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
      said += chunk;
    });
    child.stderr.on("data", (chunk) => {
      said += chunk;
    });
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0) return resolve(stdout);
      const command = [file.split("/").at(-1), ...args].join(" ").slice(0, 120);
      reject(new Error(`\`${command}\` ended with ${code ?? signal}:\n${said.trim().slice(-1500)}`));
    });
  });
}
