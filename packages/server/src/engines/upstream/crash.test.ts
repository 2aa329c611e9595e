import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { crashBudget } from "../../testing/crash/budget.js";
import { paidRounds } from "../../testing/crash/paid-rounds.js";
import { EDIT, INPUT } from "../../testing/engines.js";
import { sampleImage } from "../placeholder/samples.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "crash-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A service that takes a moment to answer a submit, and another to run it, and counts what it would charge for. */
async function startService() {
  const prompts: string[] = [];
  const begun: number[] = [];
  const waiting: (() => void)[] = [];
  const server = createServer(async (request, response) => {
    const { method, url: path = "" } = request;
    const answer = (body: object) =>
      response.setHeader("content-type", "application/json").end(JSON.stringify(body));
    if (path === "/out.png") return response.end(sampleImage(8, [1, 2, 3]));
    if (method === "POST") {
      const id = prompts.push(JSON.parse(await text(request)).prompt) - 1;
      begun.push(Date.now());
      for (const tell of waiting.splice(0)) tell();
      const urls = { status_url: url, result_url: url, cancel_url: url };
      setTimeout(() => answer({ request_id: `up_${id}`, ...urls }), Math.random() * 20);
      return;
    }
    const [, id = "", what] = /\/requests\/up_(\d+)\/(status|result)/.exec(path) ?? [];
    const status = Date.now() - (begun[Number(id)] ?? 0) > 40 ? "completed" : "in_progress";
    const output = { image: `${url}/out.png` };
    answer({
      request_id: `up_${id}`,
      status,
      ...(what === "result" && status === "completed" && { output }),
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const arrival = () => new Promise<void>((resolve) => waiting.push(resolve));
  return { url, prompts, arrival, close: () => server.closeAllConnections() ?? server.close() };
}

test("killed at any moment, a request is submitted upstream once, and finds its result again unless the submit's answer was lost", async () => {
  const { rounds, burst, seed } = crashBudget(8);
  const service = await startService();
  try {
    const report = await paidRounds({
      dataFolder: join(folder, "data"),
      paid: { engine: "upstream", url: service.url, key: "a-token-of-tests" },
      modelId: EDIT,
      inputOf: (prompt) => ({ ...INPUT, prompt }),
      charged: (prompt) => service.prompts.filter((seen) => seen === prompt).length,
      underWay: service.arrival,
      rounds,
      burst,
      seed,
    });
    console.log(`crash, upstream: ${rounds} kills, seed ${seed}: ${JSON.stringify(report)}`);
    expect(report.acknowledged).toBeGreaterThan(0);
    expect(report.completed).toBeGreaterThan(0);
  } finally {
    service.close();
  }
}, 3_600_000);
