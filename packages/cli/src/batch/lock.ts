import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { CliError, EXIT } from "../exit-codes.js";

/**
 * Keeps other processes off a batch. The journal alone would not do: a row that one process has completed is new work to another that
 * has read the state file before.
 * @returns what gives it back
 */
export function lockBatch(stateFile: string): () => void {
  const path = `${stateFile}.lock`;
  for (let tries = 0; ; tries++) {
    try {
      const file = openSync(path, "wx", 0o600);
      writeSync(file, String(process.pid));
      closeSync(file);
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const owner = ownerOf(path);
      if (tries > 2 || (owner !== undefined && isAlive(owner)))
        throw new CliError(
          EXIT.tryAgain,
          `another process (${owner ?? "unknown"}) is running this batch`,
          `Wait for it. If there is none, remove ${path}.`,
        );
      // Of a process that was killed.
      rmSync(path, { force: true });
    }
  }
}

function ownerOf(path: string): number | undefined {
  try {
    return Number(readFileSync(path, "utf8")) || undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
