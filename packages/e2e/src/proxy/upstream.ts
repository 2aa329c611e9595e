import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer, type Engine } from "@model-api/server";
import { openTap, type Tap } from "./tap.js";

/** The real server, with a tap before it, and an engine that waits where it is told to. */
export interface Upstream {
  /** Where proxies find it. */
  readonly tap: Tap;
  /** The application's own token. */
  readonly token: string;
  /** Ends the runs whose prompt is `hold`. */
  release(): void;
  /** How many requests the server has taken. */
  count(): Promise<number>;
  close(): Promise<void>;
}

const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

export async function openUpstream(): Promise<Upstream> {
  const dataFolder = mkdtempSync(join(tmpdir(), "model-api-proxy-"));
  const held = new Set<() => void>();
  const engine: Engine = {
    name: "pixel",
    repeatable: true,
    serves: () => true,
    async run({ input: { prompt } }, { signal }) {
      if (prompt === "hold") {
        await new Promise<void>((resolve, reject) => {
          held.add(resolve);
          signal.addEventListener("abort", () => reject(signal.reason));
        });
      }
      return {
        files: [{ kind: "image", mediaType: "image/png", data: PIXEL }],
        report: { engine: "pixel", applied: [], ignored: [] },
      };
    },
  };
  const server = await createServer({
    dataFolder,
    engines: [engine],
    concurrency: 1,
    allowLoopbackMedia: true,
  });
  const tap = await openTap();
  const url = await server.listen({ port: 0, host: "127.0.0.1" });
  tap.leadTo(url);
  const token = await server.createKey("application");
  return {
    tap,
    token,
    release() {
      for (const end of held) end();
      held.clear();
    },
    async count() {
      const headers = { authorization: `Bearer ${token}` };
      const ids = new Set<string>();
      for (let cursor = ""; ; ) {
        const response = await server.fetch(
          new Request(`${url}/v1/requests?limit=100${cursor}`, { headers }),
        );
        const page = (await response.json()) as { requests: { request_id: string }[]; next_cursor?: string };
        for (const { request_id } of page.requests) ids.add(request_id);
        if (!page.next_cursor) return ids.size;
        cursor = `&cursor=${page.next_cursor}`;
      }
    },
    async close() {
      await server.close({ graceMs: 0 });
      await tap.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
