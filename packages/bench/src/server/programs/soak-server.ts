/** The server of a soak, as a child with a channel. usage: soak-server <folder> */
import { createServer } from "@model-api/server";
import { createPlaceholderEngine } from "@model-api/server/testing";

export interface SoakUsage {
  /** Bytes in use after a collection. */
  readonly heap: number;
  /** Sockets, timers and the like. */
  readonly handles: number;
}

const server = await createServer({
  dataFolder: process.argv[2] as string,
  engines: [createPlaceholderEngine()],
  concurrency: 8,
  simulate: "latency=1ms..40ms, fail=0.05, seed=1",
});
const token = await server.createKey("soak");
process.on("message", () => {
  globalThis.gc?.();
  const usage: SoakUsage = {
    heap: process.memoryUsage().heapUsed,
    handles: process.getActiveResourcesInfo().length,
  };
  process.send?.(usage);
});
process.once("disconnect", () => process.exit());
process.send?.({ url: await server.listen({ port: 0, host: "127.0.0.1" }), token });
