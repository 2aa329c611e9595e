import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { S3StorageOptions } from "../../storage/s3-storage.js";

/** Where the processes keep what they know. */
export type CrashPlace =
  | { readonly dataFolder: string }
  | { readonly postgresUrl: string; readonly s3: S3StorageOptions };

export interface ProgramOptions {
  readonly place: CrashPlace;
  /** File that the paid engine writes into. */
  readonly ledger: string;
  readonly token?: string | undefined;
  /** The engine, and where its own service is; two engines of the program's own where it is left out. */
  readonly paid?: { readonly engine: "upstream" | "openai"; readonly url: string; readonly key: string };
}

/** A server in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  readonly token: string;
  /** Sends the signal, and resolves when the process is gone. */
  kill(signal: NodeJS.Signals): Promise<void>;
}

const PROGRAM = fileURLToPath(new URL("program.ts", import.meta.url));
const FROM_SOURCE = ["--import", "tsx", "--conditions=@model-api/source"];

export async function startProcess(options: ProgramOptions): Promise<ServerProcess> {
  const child = spawn(process.execPath, [...FROM_SOURCE, PROGRAM, JSON.stringify(options)], {
    cwd: fileURLToPath(new URL(".", import.meta.url)),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const line = once(createInterface({ input: child.stdout }), "line");
  const died = exited.then(([code]) => Promise.reject(new Error(`the server ended with ${code}`)));
  died.catch(() => {});
  const [text] = (await Promise.race([line, died])) as [string];
  return { ...JSON.parse(text), kill: (signal) => end(child, exited, signal) };
}

async function end(child: ChildProcess, exited: Promise<unknown>, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal);
  await exited;
}
