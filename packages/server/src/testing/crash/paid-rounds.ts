import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { seededRandom } from "../../simulate/simulation.js";
import { until } from "../servers.js";
import { callServer } from "./call-server.js";
import { type ProgramOptions, type ServerProcess, startProcess } from "./processes.js";

export interface PaidRoundsOptions {
  readonly dataFolder: string;
  /** What runs the requests in the processes that die. */
  readonly paid: NonNullable<ProgramOptions["paid"]>;
  readonly modelId: string;
  /** An input of the model, around a prompt that no other request has. */
  readonly inputOf: (prompt: string) => object;
  /** How many calls that cost money the engine's own service has seen for a prompt. */
  readonly charged: (prompt: string) => number;
  /** Resolves when the next call that costs money is under way: then every second server is killed, the others at any moment. */
  readonly underWay: () => Promise<void>;
  readonly rounds: number;
  /** How many requests are submitted in each round. */
  readonly burst: number;
  readonly seed: number;
}

export interface PaidReport {
  readonly acknowledged: number;
  readonly completed: number;
  readonly unknown: number;
  /** Of those that are unknown: charged, so that a person has to look. */
  readonly unknownAndCharged: number;
}

/**
 * Submits while the server is killed (`kill -9`) and started again, round by round, with an engine that costs money, and then looks at what
 * its service was asked for: never twice the same, whatever became of the request.
 */
export async function paidRounds(options: PaidRoundsOptions): Promise<PaidReport> {
  const { dataFolder, paid, modelId, inputOf, charged, rounds, burst } = options;
  const random = seededRandom(options.seed);
  const acknowledged = new Map<string, string>();
  let token: string | undefined;
  let server: ServerProcess | undefined;

  async function start(): Promise<ServerProcess> {
    const started = await startProcess({ place: { dataFolder }, ledger: "", paid, token });
    token = started.token;
    return started;
  }

  try {
    for (let round = 0; round < rounds; round++) {
      server = await start();
      const running = server;
      const submit = async () => {
        const prompt = `a cup, ${randomUUID()}`;
        const { request_id: id } = await callServer(
          running,
          "POST",
          `/v1/models/${modelId}`,
          inputOf(prompt),
        );
        if (typeof id === "string") acknowledged.set(prompt, id);
      };
      const isUnderWay = options.underWay();
      const submits = Promise.allSettled(Array.from({ length: burst }, submit));
      if (round % 2 === 0) await isUnderWay;
      await new Promise((resolve) => setTimeout(resolve, random() * (round % 2 === 0 ? 50 : 300)));
      await server.kill("SIGKILL");
      await submits;
    }
    server = await start();
    const report = { acknowledged: acknowledged.size, completed: 0, unknown: 0, unknownAndCharged: 0 };
    for (const [prompt, id] of acknowledged) {
      const result = await endOf(server, id);
      const calls = charged(prompt);
      expect(calls, `${id} was paid for more than once`).toBeLessThanOrEqual(1);
      if (result.status === "completed") {
        report.completed++;
        expect(calls, `${id} completed without a call`).toBe(1);
        const [url = ""] = [result.output?.image ?? [], result.output?.images ?? []].flat();
        expect((await fetch(url)).status, `the output of ${id}`).toBe(200);
      } else {
        expect([result.status, result.error?.code], id).toEqual(["failed", "outcome_unknown"]);
        report.unknown++;
        report.unknownAndCharged += calls;
      }
    }
    return report;
  } finally {
    await server?.kill("SIGKILL");
  }
}

function endOf(server: ServerProcess, id: string) {
  return until(async () => {
    const found = await callServer(server, "GET", `/v1/requests/${id}/result`).catch(() => undefined);
    return ["completed", "failed", "cancelled"].includes(found?.status as string) && found;
  });
}
