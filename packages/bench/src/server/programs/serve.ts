/**
 * A server under load, as a child with a channel. usage: serve baseline | serve embedded <folder>. It sends where it listens, and answers
 * `usage` with what it has used so far.
 */
import { createServer as createHttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { createServer, type Engine } from "@model-api/server";
import { Hono } from "hono";
import pino from "pino";

/** What a server has used since its start. */
export interface Usage {
  /** Microseconds of CPU time, all threads. */
  readonly cpu: number;
  /** Bytes of resident memory. */
  readonly rss: number;
}

/** What a server says when it listens. */
export interface Listening {
  readonly url: string;
  readonly token: string;
}

const [kind, folder = ""] = process.argv.slice(2);

/** Takes every request and ends none until it is told to, so that nothing but the calls is measured. */
const ends: (() => void)[] = [];
const engine: Engine = {
  name: "blocking",
  repeatable: true,
  serves: () => true,
  run: (_, { signal }) =>
    new Promise((resolve, reject) => {
      ends.push(() => resolve({ files: [], report: { engine: "blocking", applied: [], ignored: [] } }));
      signal.addEventListener("abort", () => reject(signal.reason));
    }),
};

async function listen(): Promise<Listening> {
  if (kind === "baseline") {
    const app = new Hono();
    const answer = {
      request_id: "req_AAAAAAAAAAAAAAAAAAAAAA",
      status_url: "http://127.0.0.1:1/v1/requests/req_AAAAAAAAAAAAAAAAAAAAAA/status",
      result_url: "http://127.0.0.1:1/v1/requests/req_AAAAAAAAAAAAAAAAAAAAAA/result",
      cancel_url: "http://127.0.0.1:1/v1/requests/req_AAAAAAAAAAAAAAAAAAAAAA/cancel",
    };
    app.post("/v1/models/*", async (c) => {
      await c.req.text();
      return c.json(answer);
    });
    app.get("/v1/requests/:id/status", (c) => c.json({ ...answer, status: "in_queue", queue_position: 3 }));
    const server = createHttpServer(getRequestListener(app.fetch));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: "none" };
  }
  const log = pino(
    pino.destination({ dest: join(folder, "log"), sync: false, minLength: 4096, mkdir: true }),
  );
  const server = await createServer({
    dataFolder: join(folder, "data"),
    engines: [engine],
    concurrency: 1,
    log,
  });
  const token = await server.createKey("bench");
  return { url: await server.listen({ port: 0, host: "127.0.0.1" }), token };
}

process.on("message", (message) => {
  if (message === "end one") ends.shift()?.();
  const { user, system } = process.cpuUsage();
  const usage: Usage = { cpu: user + system, rss: process.memoryUsage.rss() };
  process.send?.(usage);
});
process.once("disconnect", () => process.exit());
process.send?.(await listen());
