import { lookup } from "node:dns/promises";
import { inspect } from "node:util";
import type { Clock } from "../../clock.js";
import type { EngineContext } from "../../engines/engine.js";
import { isLocalhost } from "../../guard/guarded-url.js";
import type { Network } from "../../guard/network.js";
import type { Logger } from "../../logger.js";
import { createMediaFetcher, type MediaFetcher } from "../../media/media-fetcher.js";
import { createOutputFetcher } from "../../media/output-fetcher.js";
import { createMemoryStorage } from "../../storage/memory-storage.js";
import type { Storage } from "../../storage/storage.js";
import { createOutputs } from "../../worker/outputs.js";

export const REQUEST_ID = "engine-kit";

/** The kit reaches this machine and no other, so that its checks need no network and tell nobody anything. */
const NETWORK: Pick<Network, "resolve"> = {
  async resolve(hostname) {
    if (isLocalhost(hostname)) return lookup(hostname, { all: true });
    throw new Error(`ENOTFOUND ${hostname}`);
  },
};

export function createKitFetcher(clock: Clock): MediaFetcher {
  return createMediaFetcher({ allowLoopback: true, clock }, NETWORK);
}

/** What an engine is lent for one run, and what it has done with it. */
export interface KitContext {
  readonly context: EngineContext;
  readonly storage: Storage;
  /** Each line with its fields, in words. */
  readonly lines: readonly string[];
  readonly progress: readonly number[];
  /** Whether a media input was asked for. */
  readonly hasFetched: () => boolean;
  /** How many files the engine wanted to keep although it had been aborted. */
  readonly keptTooLate: () => number;
}

export interface KitContextOptions {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly repeatable: boolean;
  readonly providerKeys: Readonly<Record<string, string>>;
}

export function createKitContext(options: KitContextOptions): KitContext {
  const { clock, signal, repeatable, providerKeys } = options;
  const storage = createMemoryStorage(clock);
  const lines: string[] = [];
  const log = loggerInto(lines);
  const outputs = createOutputs(REQUEST_ID, { repeatable }, { storage, clock, log, signal });
  const fetchMedia = createKitFetcher(clock);
  const fetchOutput = createOutputFetcher({ allowLoopback: true, clock }, NETWORK);
  const progress: number[] = [];
  let hasFetched = false;
  let keptTooLate = 0;
  const context: EngineContext = {
    signal,
    clock,
    log,
    fetchMedia(uri, expected) {
      hasFetched = true;
      return fetchMedia(uri, expected, signal);
    },
    isOwnFile: () => false,
    fetchOutput: (uri, expected, use, options) => fetchOutput(uri, expected, use, { ...options, signal }),
    async keep(file) {
      if (signal.aborted) keptTooLate++;
      return outputs.keep(file);
    },
    progress: (fraction) => progress.push(fraction),
    async remember(reference) {
      if (typeof reference !== "string" || reference === "")
        throw new Error(`remember takes the name of the work, not ${inspect(reference)}`);
    },
    providerKey: async (provider) => providerKeys[provider],
  };
  return {
    context,
    storage,
    lines,
    progress,
    hasFetched: () => hasFetched,
    keptTooLate: () => keptTooLate,
  };
}

/** All that a value says, however deep; for a search in it. */
export function inWords(value: unknown): string {
  return typeof value === "string"
    ? value
    : inspect(value, { depth: 20, maxArrayLength: 1000, maxStringLength: null, breakLength: Infinity });
}

function loggerInto(lines: string[]): Logger {
  const line = (fields: object, message: string): void => {
    lines.push(`${message} ${inWords(fields)}`);
  };
  return { debug: line, info: line, warn: line, error: line };
}
