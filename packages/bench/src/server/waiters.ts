import { mkdtempSync, rmSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { milliseconds, printRows } from "../report.js";
import { submitOne } from "./http.js";
import { serve } from "./served.js";

const CLIENTS = 5000;
const REQUESTS = 50;

/** 5,000 clients that wait for 50 requests: the server's memory meanwhile, and how soon those of one are told that it has ended. */
export async function benchServerWaiters(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "model-api-waiters-"));
  const server = await serve(["embedded", folder]);
  const sockets: Socket[] = [];
  try {
    const ids: string[] = [];
    for (let i = 0; i < REQUESTS; i++) ids.push(await submitOne(server));
    // The first is being worked on, so it is the first to change.
    const first = ids[0] as string;
    const answered: Promise<number>[] = [];
    const { hostname, port } = new URL(server.url);
    for (let i = 0; i < CLIENTS; i++) {
      const id = ids[i % REQUESTS] as string;
      const socket = connect(Number(port), hostname).setEncoding("latin1");
      sockets.push(socket);
      await new Promise((resolve) => socket.once("connect", resolve));
      const bytes = `GET /v1/requests/${id}/status HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${server.token}\r\nprefer: wait=60\r\n\r\n`;
      socket.write(bytes);
      if (id === first)
        answered.push(new Promise((resolve) => socket.once("data", () => resolve(performance.now()))));
    }
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const { rss } = await server.usage();
    const ended = performance.now();
    await server.endOne();
    const last = Math.max(...(await Promise.all(answered))) - ended;
    printRows(`Server, waiters: ${CLIENTS.toLocaleString("en-US")} held status calls`, [
      { what: "resident memory", figure: `${(rss / 2 ** 20).toFixed(0)} MiB`, goal: "under 300 MB" },
      {
        what: `the last of the ${answered.length} waiters of a request that ended is answered after`,
        figure: milliseconds(last),
        goal: "50 ms",
      },
    ]);
  } finally {
    for (const socket of sockets) socket.destroy();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
