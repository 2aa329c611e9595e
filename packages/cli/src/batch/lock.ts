import {
  closeSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { CliError, EXIT } from "../exit-codes.js";
import { unwritable } from "./state-file.js";

/** Milliseconds that a process may take to write its number into the lock that it has just made. */
const BIRTH = 10_000;
const TRIES = 3;

/**
 * Keeps other processes off a batch. The journal alone would not do: a row that one process has completed is new work to another that
 * has read the state file before.
 * @returns what gives it back
 */
export function lockBatch(stateFile: string): () => void {
  const path = `${stateFile}.lock`;
  for (let tries = 0; tries < TRIES; tries++) {
    try {
      const file = openSync(path, "wx", 0o600);
      writeSync(file, String(process.pid));
      closeSync(file);
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw unwritable(stateFile, error);
      if (isHeld(path)) break;
      takeAway(path);
    }
  }
  throw new CliError(
    EXIT.tryAgain,
    `another process (${ownerOf(path) ?? "unknown"}) is running this batch`,
    `Wait for it. If there is none, remove ${path}.`,
  );
}

/** Removes the lock of a process that was killed. Another may do so at the same moment, and have made its own since: that stays. */
function takeAway(path: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    if (isHeld(aside)) linkSync(aside, path);
  } catch {
    // Somebody else was faster.
  } finally {
    rmSync(aside, { force: true });
  }
}

function isHeld(path: string): boolean {
  const owner = ownerOf(path);
  if (owner !== undefined) return isAlive(owner);
  try {
    return Date.now() - statSync(path).mtimeMs < BIRTH;
  } catch {
    return false;
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
