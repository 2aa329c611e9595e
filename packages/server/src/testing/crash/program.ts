/**
 * A server in a process of its own, to be killed. Its first argument is JSON, see {@link ProgramOptions}; it prints where it listens, and a
 * token where it was given none.
 */
import { openScaledBackend } from "../../backend/scaled.js";
import { createServer, type ServerPlace } from "../../create-server.js";
import { createOpenAIEngine } from "../../engines/openai/index.js";
import { createUpstreamEngine } from "../../engines/upstream/index.js";
import { createS3Storage } from "../../storage/s3-storage.js";
import { freeEngine, paidEngine } from "./engines.js";
import type { ProgramOptions } from "./processes.js";

const options = JSON.parse(process.argv[2] as string) as ProgramOptions;
const { place, ledger, token, paid } = options;

const open = {
  upstream: ({ url, key }: { url: string; key: string }) =>
    createUpstreamEngine({
      token: key,
      baseUrl: url,
      client: { polling: { initialDelay: 5, maxDelay: 20 } },
    }),
  openai: ({ url, key }: { url: string; key: string }) => createOpenAIEngine({ apiKey: key, baseUrl: url }),
};

async function openPlace(): Promise<ServerPlace> {
  if ("dataFolder" in place) return place;
  const storage = await createS3Storage(place.s3);
  return { backend: await openScaledBackend({ postgresUrl: place.postgresUrl, storage, connections: 4 }) };
}

const server = await createServer({
  ...(await openPlace()),
  engines: paid ? [open[paid.engine](paid)] : [freeEngine(), paidEngine(ledger)],
  allowLoopbackMedia: true,
  concurrency: 4,
  // A request may be unlucky as often as it likes: what is asked here is whether it is ever lost.
  maxAttempts: 100_000,
  leaseMs: 1000,
});
const url = await server.listen({ port: 0, host: "127.0.0.1" });
console.log(JSON.stringify({ url, token: token ?? (await server.createKey("crash")) }));
