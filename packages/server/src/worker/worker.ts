import { randomUUID } from "node:crypto";
import type { Catalog } from "../catalog.js";
import type { Clock } from "../clock.js";
import { type Engine, EngineError, type MediaKind } from "../engines/engine.js";
import type { Logger } from "../logger.js";
import { checkFileRules, rulesFor } from "../media/file-rules.js";
import type { MediaFetcher } from "../media/media-fetcher.js";
import type { RequestFailure, RequestRecord } from "../requests.js";
import type { Storage } from "../storage/storage.js";
import type { Claim, Outcome, Store } from "../store/store.js";
import { engineFor } from "./engines.js";
import { runRequest } from "./run-request.js";

export interface WorkerOptions {
  readonly store: Store;
  readonly storage: Storage;
  readonly engines: readonly Engine[];
  readonly fetchMedia: MediaFetcher;
  readonly catalog: Catalog;
  readonly clock: Clock;
  readonly log: Logger;
  /** Runs at the same time. */
  readonly concurrency: number;
  /** How often a request that is free to repeat is tried in all. */
  readonly maxAttempts: number;
  /** Milliseconds that one run may take. */
  readonly runTimeoutMs: number;
}

/** Takes requests from the queue and runs them. */
export interface Worker {
  /** Settles what a process that died has left in progress. Call once, before `wake`. */
  recover(): Promise<void>;
  /** There may be work. */
  wake(): void;
  /** Takes no new work, lets running work end for up to `graceMs`, then aborts it and puts it back. */
  stop(graceMs: number): Promise<void>;
}

const STOPPED = new Error("the server is shutting down");
const TIMED_OUT = new Error("the run took too long");

export function createWorker(options: WorkerOptions): Worker {
  const { store, storage, engines, clock, log, concurrency, maxAttempts, runTimeoutMs } = options;
  const running = new Map<Promise<void>, AbortController>();
  let filling: Promise<void> | undefined;
  let wanted = false;
  let stopped = false;

  /** One claimer at a time; a wake that comes meanwhile makes it look once more. */
  function fill(): void {
    wanted = true;
    filling ??= claimAll().finally(() => {
      filling = undefined;
      // A wake that came between the last look and this moment.
      if (wanted && !stopped && running.size < concurrency) fill();
    });
  }

  async function claimAll(): Promise<void> {
    try {
      while (wanted && !stopped && running.size < concurrency) {
        wanted = false;
        const claim = await store.claim(randomUUID());
        if (!claim) continue;
        wanted = true;
        if (stopped) await store.release(claim, { uncount: true });
        else start(claim);
      }
    } catch (error) {
      log.error({ err: error }, "the queue could not be read; trying again");
      clock.after(1000, fill);
    }
  }

  function start(claim: Claim): void {
    const controller = new AbortController();
    const run = process(claim, controller)
      .catch((error) =>
        log.error({ err: error, requestId: claim.request.id }, "the outcome of a run could not be kept"),
      )
      .finally(() => {
        running.delete(run);
        if (!stopped) fill();
      });
    running.set(run, controller);
  }

  async function process(claim: Claim, controller: AbortController): Promise<void> {
    const { request } = claim;
    const engine = engineFor(engines, request.modelId);
    if (!engine) return settle(claim, { failure: notServed(request.modelId) });
    const started = clock.now();
    const disarm = clock.after(runTimeoutMs, () => controller.abort(TIMED_OUT));
    const { signal } = controller;
    const context = {
      signal,
      fetchMedia: (uri: string, expected: MediaKind) => fetchChecked(request, uri, expected, signal),
    };
    let outcome: Outcome;
    try {
      outcome = await runRequest(request, engine, storage, context);
    } catch (error) {
      const about = { requestId: request.id };
      await storage
        .remove(request.id)
        .catch((reason) => log.error({ ...about, err: reason }, "files of a failed run are left over"));
      return settleError(claim, engine, error, signal);
    } finally {
      disarm();
    }
    // Outside the try: work that is done is not thrown away because its outcome could not be written.
    await settle(claim, outcome);
    const fields = { requestId: request.id, modelId: request.modelId, engine: engine.name };
    log.info({ ...fields, ms: clock.now() - started }, "completed");
  }

  /** A media input, fetched through the guard and held against the rules that its field has for files. */
  async function fetchChecked(request: RequestRecord, uri: string, expected: MediaKind, signal: AbortSignal) {
    const media = await options.fetchMedia(uri, expected, signal);
    const model = await options.catalog.load(request.modelId);
    const rules = model && rulesFor(uri, request.input, model.inputSchema);
    if (rules) checkFileRules(media, rules);
    return media;
  }

  async function settleError(
    claim: Claim,
    engine: Engine,
    error: unknown,
    signal: AbortSignal,
  ): Promise<void> {
    const { request } = claim;
    const fields = { requestId: request.id, modelId: request.modelId, engine: engine.name, err: error };
    if (signal.reason === STOPPED && engine.repeatable) {
      await store.release(claim, { uncount: true });
      log.info(fields, "put back into the queue by a shutdown");
      return;
    }
    const transient = error instanceof EngineError && error.fault === "transient";
    if (transient && engine.repeatable && request.attempts < maxAttempts) {
      await store.release(claim);
      log.warn(fields, "failed; trying again");
      return;
    }
    log.warn(fields, "failed");
    await settle(claim, { failure: failureOf(error, engine, signal) });
  }

  async function settle(claim: Claim, outcome: Outcome): Promise<void> {
    if (await store.finish(claim, outcome, clock.now())) return;
    log.warn(
      { requestId: claim.request.id },
      "a run ended after it had lost its lease; its outcome is dropped",
    );
  }

  return {
    async recover() {
      for (const claim of store.orphans()) {
        const { request } = claim;
        const engine = engineFor(engines, request.modelId);
        if (engine?.repeatable && request.attempts < maxAttempts) {
          await store.release(claim);
          log.warn({ requestId: request.id }, "found in progress after a crash; back in the queue");
          continue;
        }
        const failure = engine?.repeatable ? gaveUp(request.attempts) : OUTCOME_UNKNOWN;
        await settle(claim, { failure });
        log.warn({ requestId: request.id, code: failure.code }, "found in progress after a crash; failed");
      }
    },
    wake: fill,
    async stop(graceMs) {
      stopped = true;
      await filling;
      const disarm = clock.after(graceMs, () => {
        for (const controller of running.values()) controller.abort(STOPPED);
      });
      await Promise.allSettled(running.keys());
      disarm();
    },
  };
}

const OUTCOME_UNKNOWN: RequestFailure = {
  code: "outcome_unknown",
  message:
    "The server stopped while the engine was working, so it is not known whether the work was done and charged. It was not repeated. Check with the engine's own service before you submit again.",
};

function gaveUp(attempts: number): RequestFailure {
  return {
    code: "gave_up",
    message: `The server stopped during each of ${attempts} runs of this request, so it was not tried again.`,
  };
}

function notServed(modelId: string): RequestFailure {
  return { code: "not_served", message: `No engine of this server serves ${modelId} any more.` };
}

/** What the caller is told. An error that the engine did not word for the caller stays in the log. */
function failureOf(error: unknown, engine: Engine, signal: AbortSignal): RequestFailure {
  if (signal.reason === TIMED_OUT)
    return { code: "timed_out", message: "The run took longer than the server allows." };
  if (signal.reason === STOPPED) return OUTCOME_UNKNOWN;
  if (!(error instanceof EngineError)) {
    return {
      code: "engine_failed",
      message: `The ${engine.name} engine failed. The server's log says more.`,
    };
  }
  return { code: error.fault === "input" ? "invalid_media" : "engine_failed", message: error.message };
}
