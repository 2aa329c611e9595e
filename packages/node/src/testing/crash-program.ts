import { writeFileSync } from "node:fs";
import type { ClientOptions } from "@model-api/client";
import { createNodeClient } from "../create-node-client.js";
import { createJournal } from "../journal/create-journal.js";
import { type Disk, realDisk } from "../journal/disk.js";

/** What the program is told, as JSON in its first argument. */
export interface CrashOrder {
  readonly dir: string;
  readonly baseUrl: string;
  readonly token?: string | undefined;
  /** Before which step it dies, by SIGKILL; none where it lives. Steps are what it does to the disk, and its calls. */
  readonly dieAt?: number | undefined;
  /** Whether it dies in the middle of a step that writes, instead of before it. */
  readonly torn?: boolean | undefined;
}

/** What the program says at its end, as JSON on its output. */
export interface CrashReport {
  readonly requestId?: string;
  readonly error?: string;
  readonly message?: string;
  /** Names of the steps, in order. */
  readonly steps: readonly string[];
}

const { dir, baseUrl, token = "t", dieAt, torn }: CrashOrder = JSON.parse(process.argv[2] ?? "");
const steps: string[] = [];

/** Counts a step, and does not come back where it is the last. */
function step(name: string, half?: () => void): void {
  steps.push(name);
  if (steps.length !== dieAt) return;
  if (torn) half?.();
  process.kill(process.pid, "SIGKILL");
  // The signal is on its way.
  for (;;);
}

const disk = Object.fromEntries(
  Object.entries(realDisk).map(([name, work]) => [
    name,
    (...given: unknown[]) => {
      const half = () => {
        if (name === "create") writeFileSync(String(given[0]), String(given[1]).slice(0, 40), { flag: "wx" });
      };
      step(name, half);
      return (work as (...args: unknown[]) => unknown)(...given);
    },
  ]),
) as unknown as Disk;

const dyingFetch: ClientOptions["fetch"] = (url, init) => {
  step(`${init.method} ${new URL(url).pathname.replace(/^\/v1\/(\w+).*?(\/\w+)?$/, "$1$2")}`);
  return fetch(url, init);
};

const client = createNodeClient({ token, baseUrl, fetch: dyingFetch });
const report = await client
  .run(
    "openai/gpt-image-2/edit",
    { prompt: "x", images: ["https://example.com/a.png"] },
    { journal: createJournal({ dir }, disk), resume: true },
  )
  .then(
    ({ requestId }): CrashReport => ({ requestId, steps }),
    (error): CrashReport => ({ error: error.code, message: error.message, steps }),
  );
process.stdout.write(JSON.stringify(report));
