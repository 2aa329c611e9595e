/**
 * A whole server inside of a test, with a clock and faults that the test decides on.
 *
 * @packageDocumentation
 */

import { openMemoryBackend } from "../backend/memory.js";
import { type Clock, systemClock } from "../clock.js";
import { createServer, type ServerSettings } from "../create-server.js";
import { createPlaceholderEngine } from "../engines/placeholder/index.js";
import { createReplayEngine } from "../engines/replay/index.js";

export { createPlaceholderEngine } from "../engines/placeholder/index.js";
export { engineChecks } from "./engine-kit/engine-checks.js";
export type {
  ArrangedFault,
  EngineCheck,
  EngineCheckOptions,
  EngineRun,
  ExpectedFile,
} from "./engine-kit/options.js";
export { type ManualClock, manualClock } from "./manual-clock.js";

export interface TestServerOptions extends Partial<ServerSettings> {
  /** Where time comes from; `manualClock()` stands still until it is moved. @default the system's */
  readonly clock?: Clock;
  /**
   * Folder of cassettes, recorded by `model-api serve --record` or `createUpstreamEngine({ record })`, that requests are answered from. One that was
   * never recorded is refused with the nearest cassette and the difference, or goes to the first of `engines` where they are given.
   */
  readonly replay?: string | undefined;
  /** How fast recorded time passes: 1 as it was, 10 ten times as fast. @default Infinity, without any waiting */
  readonly replaySpeed?: number | undefined;
}

export interface TestServer {
  /** What a client is given as `baseUrl`. Nothing listens there: `fetch` answers for it. */
  readonly url: string;
  /** A token with every scope. */
  readonly token: string;
  /** What a client is given as `fetch`. It answers for `url`, outputs and uploads included, and refuses to go anywhere else. */
  readonly fetch: typeof globalThis.fetch;
  /** Another token, e.g. for a second caller, or one with limits. */
  createKey: Awaited<ReturnType<typeof createServer>>["createKey"];
  /** Ends what runs. Nothing is kept. */
  close(): Promise<void>;
}

/** Ends in a name that never resolves (RFC 6761), so that what escapes `fetch` reaches nobody. */
const URL_OF_TESTS = "http://model-api.test";

/**
 * The whole server inside a test: its contract, its checks and its states, with no socket and no disk. Inputs are checked as they are in
 * production; the default engine makes a tiny sample of the right kind. `simulate` is on, so that a call can ask for latency, a queue and
 * failures by the header `Model-Api-Simulate`.
 */
export async function createTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { clock = systemClock, simulate = "", replay, replaySpeed, ...settings } = options;
  const server = await createServer({
    engines: [createPlaceholderEngine(settings)],
    ...settings,
    ...(replay !== undefined && {
      engines: [
        createReplayEngine({
          folder: replay,
          speed: replaySpeed,
          onMiss: settings.engines?.[0],
          catalog: settings.catalog,
        }),
      ],
    }),
    clock,
    simulate,
    backend: openMemoryBackend(clock),
  });
  return {
    url: URL_OF_TESTS,
    token: await server.createKey({ name: "test", scopes: ["submit", "read", "admin"] }),
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const { origin } = new URL(request.url);
      if (origin === URL_OF_TESTS) return server.fetch(request);
      throw new TypeError(`The fetch of a test server answers for ${URL_OF_TESTS} only; got ${origin}.`);
    },
    createKey: server.createKey,
    close: () => server.close({ graceMs: 0 }),
  };
}
