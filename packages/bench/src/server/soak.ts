import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient, RequestFailedError } from "@model-api/client";
import { compileProgram } from "../client/processes.js";
import { printRows } from "../report.js";
import { NODE } from "../repository.js";
import type { SoakUsage } from "./programs/soak-server.js";

const MODEL = "openai/gpt-image-2/edit";
const CALLERS = 16;
/** A sample every so often; the first fifth of them is warm-up. */
const SAMPLES = 20;

/**
 * Callers that submit, wait, cancel and download for `SOAK_SECONDS` (30 where it is not set), against a server whose engine fails now
 * and then: what is answered wrongly, and what the server's memory does meanwhile.
 */
export async function benchServerSoak(): Promise<void> {
  const seconds = Number(process.env.SOAK_SECONDS ?? 30);
  const folder = mkdtempSync(join(tmpdir(), "model-api-soak-"));
  const program = await compileProgram("soak-server", "server");
  const child = spawn(NODE, ["--expose-gc", program, folder], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  try {
    const [{ url, token }] = (await once(child, "message")) as [{ url: string; token: string }];
    const usage = async (): Promise<SoakUsage> => {
      const answer = once(child, "message");
      child.send("usage");
      return (await answer)[0] as SoakUsage;
    };
    const counts = { completed: 0, failed: 0, cancelled: 0, downloads: 0, wrong: [] as string[] };
    const end = performance.now() + seconds * 1000;

    const caller = async (number: number): Promise<void> => {
      const client = createClient({ baseUrl: url, token });
      for (let i = 0; performance.now() < end; i++) {
        try {
          const input = { prompt: `picture ${number}/${i}`, images: ["https://images.example/cup.webp"] };
          const request = await client.submit(MODEL, input);
          if (i % 7 === 3) {
            if ((await request.cancel()) === "cancelled") {
              counts.cancelled++;
              continue;
            }
          }
          const { output } = await request.wait();
          counts.completed++;
          const answer = await fetch(output.image as string);
          if (answer.status !== 200 || (await answer.arrayBuffer()).byteLength === 0)
            counts.wrong.push(`download: HTTP ${answer.status}`);
          counts.downloads++;
        } catch (error) {
          if (error instanceof RequestFailedError) counts.failed++;
          else counts.wrong.push(String(error));
        }
      }
    };

    const samples: SoakUsage[] = [];
    const sampler = async (): Promise<void> => {
      for (let i = 0; i < SAMPLES; i++) {
        await new Promise((resolve) => setTimeout(resolve, (seconds * 1000) / SAMPLES));
        samples.push(await usage());
      }
    };
    await Promise.all([sampler(), ...Array.from({ length: CALLERS }, (_, number) => caller(number))]);
    const steady = samples.slice(SAMPLES / 5);
    const [first, last] = [steady[0] as SoakUsage, steady.at(-1) as SoakUsage];
    const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
    printRows(`Server, soak: ${CALLERS} callers for ${seconds} s`, [
      { what: "requests that completed", figure: String(counts.completed), goal: "many" },
      { what: "that failed, as the engine was told to", figure: String(counts.failed), goal: "some" },
      { what: "that were cancelled", figure: String(counts.cancelled), goal: "some" },
      { what: "outputs downloaded", figure: String(counts.downloads), goal: "each that completed" },
      { what: "answers that were wrong", figure: String(counts.wrong.length), goal: "none" },
      { what: "heap after a collection, early", figure: megabytes(first.heap), goal: "as at the end" },
      { what: "heap after a collection, at the end", figure: megabytes(last.heap), goal: "as early" },
      { what: "handles that are open, early", figure: String(first.handles), goal: "as at the end" },
      { what: "handles that are open, at the end", figure: String(last.handles), goal: "as early" },
    ]);
    if (counts.wrong.length > 0)
      throw new Error(`a soak found: ${[...new Set(counts.wrong)].slice(0, 5).join("; ")}`);
  } finally {
    const exited = once(child, "exit");
    child.kill("SIGKILL");
    await exited;
    rmSync(folder, { recursive: true, force: true });
  }
}
