import { createApp } from "./app.js";
import type { Backend } from "./backend/backend.js";
import { openEmbeddedBackend } from "./backend/embedded.js";
import { type Catalog, installedCatalog } from "./catalog.js";
import { type Clock, systemClock } from "./clock.js";
import { readConsoleFiles } from "./console/console-files.js";
import { withConsole } from "./console/with-console.js";
import type { Engine } from "./engines/engine.js";
import { createGuardedPost } from "./guard/guarded-post.js";
import { withCors } from "./http/cors.js";
import { InFlight } from "./http/in-flight.js";
import { createSockets } from "./http/sockets.js";
import { watchCalls } from "./http/watch-calls.js";
import type { NewKey } from "./keys/keys.js";
import { manageKeys } from "./keys/manage-keys.js";
import { type Logger, silentLogger } from "./logger.js";
import { safeLogger } from "./logging/safe-logger.js";
import { createMediaFetcher } from "./media/media-fetcher.js";
import { createOutputFetcher } from "./media/output-fetcher.js";
import { createMetrics } from "./metrics/metrics.js";
import { createRetention } from "./retention/retention.js";
import { readRetention } from "./retention/retention-period.js";
import type { MetricsAccess } from "./routes/metrics.js";
import type { ServerContext } from "./server-context.js";
import { parseSimulation } from "./simulate/parse-simulation.js";
import { createSimulator } from "./simulate/simulator.js";
import { createStateWaiters } from "./state-waiters.js";
import { createOwnFileReader } from "./uploads/own-file.js";
import { createDeliverer } from "./webhooks/deliverer.js";
import { createWorker } from "./worker/worker.js";

/** Where a server keeps everything: a folder on this machine, or a backend that has been opened. */
export type ServerPlace =
  | {
      /** Folder for the database, the outputs and the uploads; made where it is missing. One server at a time. */
      readonly dataFolder: string;
      readonly backend?: undefined;
    }
  | {
      /** Closed with the server. */
      readonly backend: Backend;
      readonly dataFolder?: undefined;
    };

export type ServerOptions = ServerPlace & ServerSettings;

export type ServerRole = "all" | "api" | "worker";

export interface ServerSettings {
  /** What runs the requests; the first engine that serves a model gets it. */
  readonly engines: readonly Engine[];
  /**
   * Whether media inputs and webhooks may be `http:` URLs on loopback. Safe only where nobody else can reach the server.
   * @default false
   */
  readonly allowLoopbackMedia?: boolean;
  /** What URLs in answers begin with, e.g. `https://models.example`. @default the origin that the caller used */
  readonly publicUrl?: string;
  /** Runs at the same time. @default as many as the most modest of the engines can have; 2 for those that do not say */
  readonly concurrency?: number | undefined;
  /** How often a request is tried in all, where a run was free or is known to have cost nothing. @default 3 */
  readonly maxAttempts?: number;
  /** Milliseconds that one run may take. @default 600000 (10 minutes) */
  readonly runTimeoutMs?: number;
  /** Milliseconds after which a request of a worker that is gone is taken over, where the store is shared. @default 30000 */
  readonly leaseMs?: number;
  /** The largest file that may be uploaded, in bytes. @default 268435456 (256 MiB) */
  readonly maxUploadBytes?: number;
  /**
   * Milliseconds that the input and outputs of a request are kept after it has ended, and uploads after they have arrived; 0 or `Infinity` keeps
   * them for ever. @default 604800000 (7 days)
   */
  readonly retentionMs?: number;
  /**
   * What the server pretends, so that callers can be tested in every state: as after `--simulate`, e.g. `latency=1s..5s, queue=3, fail=0.1`.
   * An empty text pretends nothing by itself, and lets calls ask for it by the header `Model-Api-Simulate`. @default off
   */
  readonly simulate?: string | undefined;
  /**
   * What this process does: `api` answers calls and runs no work, `worker` runs work and answers only `/healthz`, `/readyz` and `/metrics`.
   * Either needs a backend that several processes share. @default "all"
   */
  readonly role?: ServerRole;
  /** Origins whose pages may call from a browser, e.g. `https://app.example`, or `*` for all. @default none */
  readonly corsOrigins?: readonly string[];
  /** The folder of the built console, which is then served at `/`; `builtConsole()` is the one of this package. @default false */
  readonly console?: string | false;
  /**
   * Gives a key to the console's page when a browser on this machine has opened it, by a loopback address; `createConsoleKey` makes one. Only for
   * a server that nobody else reaches. Where it resolves with undefined, people sign in. @default none: people sign in with a key of theirs
   */
  readonly consoleKey?: (() => Promise<string | undefined>) | undefined;
  /** Who may read `/metrics`: everyone, whoever has a key with the scope `admin`, or nobody. @default "key" */
  readonly metrics?: MetricsAccess;
  /** Where events are told; what looks like a secret is taken out before. @default nowhere */
  readonly log?: Logger;
  /** Whether the prompts of submits are logged. @default false */
  readonly logPrompts?: boolean;
  readonly clock?: Clock;
  /** @default the catalog of `@model-api/models` */
  readonly catalog?: Catalog;
}

export interface ModelApiServer {
  /** The whole server as a web-standard handler; needs no socket. */
  fetch(request: Request): Promise<Response>;
  /** A new token. It is returned once; only its hash is kept. Throws `InvalidKeyError`. */
  createKey(key: string | NewKey): Promise<string>;
  /** How many keys are neither revoked nor expired. */
  countKeys(): Promise<number>;
  /** Listens on a socket; `port` 0 takes a free one. Resolves with the server's URL. */
  listen(options: { port: number; host: string }): Promise<string>;
  /**
   * Stops listening, answers the calls that wait for a change, lets running work and answers under way end for up to
   * `graceMs`, and puts the work that is left back into the queue.
   * @default graceMs 5000
   */
  close(options?: { graceMs?: number }): Promise<void>;
}

/** The Model API: by default embedded, which is SQLite and a folder, in this process. */
export async function createServer(options: ServerOptions): Promise<ModelApiServer> {
  const { engines, clock = systemClock, catalog = installedCatalog, role = "all" } = options;
  const log = safeLogger(options.log ?? silentLogger);
  const publicUrl = options.publicUrl === undefined ? undefined : readPublicUrl(options.publicUrl);
  const retentionMs = readRetention(options.retentionMs);
  const backend = options.backend ?? openEmbeddedBackend(options.dataFolder);
  const { store, storage } = backend;
  const allowLoopback = options.allowLoopbackMedia ?? false;
  const fetchMedia = createMediaFetcher({
    allowLoopback,
    clock,
    readOwnFile: createOwnFileReader(storage),
  });
  const waiters = createStateWaiters(store, clock);
  const metrics = createMetrics(store, waiters, log);
  const lifecycle = { stopping: false };
  const worker = createWorker({
    store,
    storage,
    engines,
    catalog,
    clock,
    log,
    fetchMedia,
    fetchOutput: createOutputFetcher({ allowLoopback, clock }),
    metrics,
    concurrency: options.concurrency ?? Math.min(...engines.map(({ concurrency = 2 }) => concurrency)),
    maxAttempts: options.maxAttempts ?? 3,
    runTimeoutMs: options.runTimeoutMs ?? 600_000,
    leaseMs: options.leaseMs ?? 30_000,
  });
  const deliverer = createDeliverer({
    store,
    post: createGuardedPost({ allowLoopback, clock }),
    clock,
    log,
    metrics,
  });
  const simulator = createSimulator(
    options.simulate === undefined ? undefined : parseSimulation(options.simulate),
  );
  const retention = createRetention({ store, storage, clock, log, retentionMs });
  const context: ServerContext = {
    store,
    storage,
    catalog,
    engines,
    clock,
    log,
    fetchMedia,
    logPrompts: options.logPrompts ?? false,
    metrics,
    lifecycle,
    publicUrl,
    maxUploadBytes: options.maxUploadBytes ?? 256 * 2 ** 20,
    retentionMs,
    simulator,
    allowLoopback,
    waiters,
  };
  const app = createApp(context, { worksOnly: role === "worker", metricsAccess: options.metrics ?? "key" });
  const keys = manageKeys(store, clock);
  const inFlight = new InFlight();
  const api = watchCalls(withCors(app.fetch, options.corsOrigins ?? []), metrics, log);
  const handle =
    options.console && role !== "worker"
      ? withConsole(api, {
          files: readConsoleFiles(options.console),
          publicUrl,
          key: options.consoleKey,
          log,
        })
      : api;
  const sockets = createSockets(handle, inFlight);

  if (role !== "api") {
    await worker.start();
    retention.start();
    await deliverer.start();
  }

  return {
    fetch: (request) => inFlight.track(handle(request)),
    createKey: async (key) => (await keys.create(typeof key === "string" ? { name: key } : key)).token,
    countKeys: async () => (await keys.list()).filter(({ state }) => state === "active").length,
    listen: sockets.listen,
    async close({ graceMs = 5000 } = {}) {
      lifecycle.stopping = true;
      // Timers do not keep the process alive, and the sockets that did are gone: it would end in the middle of this.
      const alive = setInterval(() => {}, 60_000);
      try {
        sockets.stop();
        waiters.close();
        await Promise.all([worker.stop(graceMs), retention.stop(), inFlight.idle(graceMs, clock)]);
        await deliverer.stop();
        sockets.destroy();
        await Promise.all(engines.map((engine) => engine.close?.()));
        await backend.close();
      } finally {
        clearInterval(alive);
      }
    },
  };
}

/** In normal form, and without the slash that the paths begin with. */
function readPublicUrl(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol))
    return new URL(text).href.replace(/\/+$/, "");
  throw new TypeError(
    `publicUrl must be an http or https URL such as https://models.example; got ${JSON.stringify(text)}`,
  );
}
