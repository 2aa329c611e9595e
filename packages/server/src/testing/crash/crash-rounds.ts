import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { expect } from "vitest";
import { seededRandom } from "../../simulate/simulation.js";
import { EDIT, INPUT, VIDEO } from "../engines.js";
import { until } from "../servers.js";
import { callServer } from "./call-server.js";
import { contentOf } from "./engines.js";
import { type CrashPlace, type ServerProcess, startProcess } from "./processes.js";

export interface CrashOptions {
  readonly place: CrashPlace;
  readonly ledger: string;
  /** How many processes serve and work at the same time. */
  readonly processes: number;
  readonly rounds: number;
  /** How many requests are submitted in each round. */
  readonly burst: number;
  /** Of what is submitted and of when processes die. */
  readonly seed: number;
  /** Names of the files that are kept of a request, wherever the processes keep them. */
  readonly filesOf: (requestId: string) => Promise<readonly string[]>;
  /** What else goes wrong in a round, e.g. the database's restart. */
  readonly disturb?: (round: number) => Promise<void>;
}

export interface CrashReport {
  readonly acknowledged: number;
  readonly completed: number;
  readonly cancelled: number;
  readonly unknown: number;
}

/** One request that was intended, and what its caller was told. */
interface Intention {
  readonly model: string;
  readonly key: string;
  id?: string | undefined;
  cancelled?: boolean | undefined;
}

/**
 * Submits and cancels while processes are killed (`kill -9`) and started again, round by round, and then looks at what has become of every
 * request that was acknowledged. Throws where one was lost, done twice, or half done.
 */
export async function crashRounds(options: CrashOptions): Promise<CrashReport> {
  const { place, ledger, processes, rounds, burst, seed } = options;
  const random = seededRandom(seed);
  const intentions: Intention[] = [];
  let token: string | undefined;
  const running: ServerProcess[] = [];

  /** One first where there is no token yet: it makes the one that all of them take. */
  async function fill(): Promise<void> {
    if (token === undefined) {
      const first = await startProcess({ place, ledger });
      token = first.token;
      running.push(first);
    }
    const missing = Array.from({ length: processes - running.length });
    running.push(...(await Promise.all(missing.map(() => startProcess({ place, ledger, token })))));
  }

  const any = () => running[Math.floor(random() * running.length)] as ServerProcess;

  try {
    for (let round = 0; round < rounds; round++) {
      await fill();
      // What the round before has left without an answer is asked for again, under the same key.
      const unanswered = intentions.filter(({ id }) => id === undefined);
      const fresh = Array.from({ length: burst }, (_, index) => ({
        model: index % 2 === 0 ? EDIT : VIDEO,
        key: randomUUID(),
      }));
      intentions.push(...fresh);
      const calls = [...unanswered, ...fresh].map((intention) => play(any(), intention, random() < 0.3));
      const victim = Math.floor(random() * running.length);
      await new Promise((resolve) => setTimeout(resolve, random() * 120));
      await Promise.all([running.splice(victim, 1)[0]?.kill("SIGKILL"), options.disturb?.(round)]);
      await Promise.all(calls);
    }
    await fill();
    for (const intention of intentions) {
      if (intention.id === undefined) await until(() => play(any(), intention, false));
    }
    return await judge(any(), intentions, ledger, options.filesOf);
  } finally {
    await Promise.all(running.map((server) => server.kill("SIGKILL")));
  }
}

/** Submits, and perhaps cancels; remembers what it was told. True when the submit was answered. */
async function play(server: ServerProcess, intention: Intention, cancels: boolean): Promise<boolean> {
  try {
    const { model, key } = intention;
    const submitted = await callServer(server, "POST", `/v1/models/${model}`, inputOf(model), key);
    const { request_id: id } = submitted;
    if (typeof id !== "string") return false;
    intention.id = id;
    if (!cancels) return true;
    const { outcome } = await callServer(server, "POST", `/v1/requests/${id}/cancel`);
    if (outcome === "cancelled") intention.cancelled = true;
    return true;
  } catch {
    // The process died before it answered, or its database did: nothing is known, as in life.
    return intention.id !== undefined;
  }
}

const inputOf = (model: string) =>
  model === EDIT ? INPUT : { prompt: "a cup", [imageField]: INPUT.images[0] };
const imageField = "image_url";

async function judge(
  server: ServerProcess,
  intentions: readonly Intention[],
  ledger: string,
  filesOf: CrashOptions["filesOf"],
): Promise<CrashReport> {
  expect(new Set(intentions.map(({ id }) => id)).size, "two keys gave one request").toBe(intentions.length);
  const ends = { completed: 0, cancelled: 0, unknown: 0 };
  const [paidFor, neverPaid]: [string[], string[]] = [[], []];
  for (const { id = "", model, cancelled } of intentions) {
    const result = await until(async () => {
      const found = await callServer(server, "GET", `/v1/requests/${id}/result`).catch(() => undefined);
      return ["completed", "failed", "cancelled"].includes(found?.status as string) && found;
    });
    const kept = await filesOf(id);
    if (result.status === "completed") {
      ends.completed++;
      const urls = [result.output?.image ?? [], result.output?.images ?? []].flat();
      expect(urls, id).toHaveLength(model === EDIT ? 2 : 1);
      expect([...kept].sort(), `${id} has one set of files`).toEqual(
        urls.map((url) => url.slice(url.lastIndexOf("/") + 1)).sort(),
      );
      for (const [index, url] of urls.entries()) {
        const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
        expect(bytes.equals(contentOf(id, index)), `${url} is whole`).toBe(true);
      }
      if (model === VIDEO) paidFor.push(id);
    } else {
      expect(kept, `${id} left files`).toEqual([]);
      if (result.status === "cancelled") {
        ends.cancelled++;
        neverPaid.push(id);
      } else {
        ends.unknown++;
        expect([model, result.error?.code], id).toEqual([VIDEO, "outcome_unknown"]);
      }
    }
    if (cancelled) expect(result.status, `${id}, which was said to be cancelled`).toBe("cancelled");
  }
  // Only now that nothing runs any more.
  const charged = existsSync(ledger) ? readFileSync(ledger, "utf8").trim().split("\n").filter(Boolean) : [];
  expect(new Set(charged).size, "a paid run was repeated").toBe(charged.length);
  expect(charged, "what was completed was run").toEqual(expect.arrayContaining(paidFor));
  expect(
    charged.filter((id) => neverPaid.includes(id)),
    "what was cancelled was run",
  ).toEqual([]);
  return { acknowledged: intentions.length, ...ends };
}
