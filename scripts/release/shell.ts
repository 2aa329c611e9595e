import { spawnSync } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout that this script stands in. */
export const ROOT: string = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export interface ShellOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether what it says goes to this terminal. */
  readonly isLoud?: boolean;
}

/** Runs a program to its end; gives its stdout. Throws with what it has said when it fails. */
export function shell(
  file: string,
  args: readonly string[],
  { cwd, env = {}, isLoud }: ShellOptions,
): string {
  const result = spawnSync(file, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: "utf8",
    stdio: ["ignore", isLoud ? "inherit" : "pipe", isLoud ? "inherit" : "pipe"],
    maxBuffer: 2 ** 28,
  });
  if (result.error) throw result.error;
  if (result.status !== 0) {
    const said = isLoud ? "" : `:\n${`${result.stdout}${result.stderr}`.slice(-6000)}`;
    throw new Error(`${file} ${args.join(" ")} ended with ${result.status ?? result.signal}${said}`);
  }
  return result.stdout ?? "";
}
