import { randomUUID } from "node:crypto";
import type { Catalog } from "../catalog.js";
import type { Clock } from "../clock.js";
import { type Engine, EngineError, type MediaKind } from "../engines/engine.js";
import type { Logger } from "../logger.js";
import { logOf } from "../logging/log-of.js";
import { withoutInput } from "../logging/without-input.js";
import { checkFileRules, rulesFor } from "../media/file-rules.js";
import type { MediaFetcher } from "../media/media-fetcher.js";
import type { OutputFetcher } from "../media/output-fetcher.js";
import type { Metrics } from "../metrics/metrics.js";
import { createPuller } from "../puller.js";
import type { RequestRecord } from "../requests.js";
import { simulateRun } from "../simulate/simulate-run.js";
import { outputKey, type Storage } from "../storage/storage.js";
import type { Claim, Outcome, Store } from "../store/store.js";
import { prepareRun, type Run } from "./engine-context.js";
import { engineFor } from "./engines.js";
import { failureOf, gaveUp, LEASE_LOST, notServed, outcomeUnknown, STOPPED, TIMED_OUT } from "./failures.js";
import { createLeases } from "./leases.js";
import { runRequest } from "./run-request.js";
import { untilWritten } from "./until-written.js";

export interface WorkerOptions {
  readonly store: Store;
  readonly storage: Storage;
  readonly engines: readonly Engine[];
  readonly fetchMedia: MediaFetcher;
  readonly fetchOutput: OutputFetcher;
  readonly catalog: Catalog;
  readonly clock: Clock;
  readonly log: Logger;
  /** Where runs are counted. */
  readonly metrics?: Pick<Metrics, "began" | "ended">;
  /** Runs at the same time. */
  readonly concurrency: number;
  /** How often a request is tried in all, where a run was free or is known to have cost nothing. */
  readonly maxAttempts: number;
  /** Milliseconds that one run may take. */
  readonly runTimeoutMs: number;
  /** Milliseconds after which a request of a worker that is gone is taken over, where the store is shared. */
  readonly leaseMs: number;
}

/** Takes requests from the queue and runs them. */
export interface Worker {
  /** Settles what processes that died have left in progress, and begins to work. */
  start(): Promise<void>;
  /** Takes no new work, lets running work end for up to `graceMs`, then aborts it and puts it back. */
  stop(graceMs: number): Promise<void>;
}

/** How long an engine may take to stop when it is told to, before it is left behind. */
const ABORT_GRACE_MS = 5000;
/** How often a shared store is asked for work and orphans, in case that nothing was announced. */
const LOOK_MS = 10_000;

export function createWorker(options: WorkerOptions): Worker {
  const { store, storage, engines, clock, log, concurrency, maxAttempts, runTimeoutMs, leaseMs } = options;
  const aborters = new Set<AbortController>();
  const leases = createLeases(store, clock, log, leaseMs);
  const stopping = new AbortController();
  let unsubscribe: (() => void) | undefined;
  let disarmLater: (() => void) | undefined;

  const puller = createPuller<Claim>({
    concurrency,
    async take() {
      const now = clock.now();
      const claim = await store.claim({ id: randomUUID(), ms: leaseMs, now });
      if (!claim) await wakeAfter(now);
      return claim;
    },
    work,
    giveBack: (claim) => store.release(claim, { uncount: true }),
    onFailure(error) {
      log.error({ err: error }, "the queue could not be read; trying again");
      clock.after(1000, puller.pull);
    },
  });

  /** Looks again when the next request can be claimed that could not be at `lastLook`. */
  async function wakeAfter(lastLook: number): Promise<void> {
    const next = await store.nextAvailableAt(lastLook);
    disarmLater?.();
    disarmLater = next === undefined ? undefined : clock.after(Math.max(next - clock.now(), 0), puller.pull);
  }

  async function work(claim: Claim): Promise<void> {
    const controller = new AbortController();
    aborters.add(controller);
    const letGo = leases.hold(claim.leaseId, () => controller.abort(LEASE_LOST));
    try {
      await process(claim, controller);
    } catch (error) {
      log.error({ err: error, requestId: claim.request.id }, "the outcome of a run could not be kept");
    } finally {
      letGo();
      aborters.delete(controller);
    }
  }

  async function process(claim: Claim, controller: AbortController): Promise<void> {
    const { request } = claim;
    const engine = engineFor(engines, request.modelId);
    if (!engine) return settle(claim, { failure: notServed(request.modelId) });
    const fields = { requestId: request.id, modelId: request.modelId, engine: engine.name };
    const started = clock.now();
    const waited = started - request.createdAt;
    if (request.attempts === 1) options.metrics?.began(waited);
    log.info({ ...fields, attempt: request.attempts, waitedMs: waited }, "claimed");
    const disarm = clock.after(runTimeoutMs, () => controller.abort(TIMED_OUT));
    const { signal } = controller;
    const run = prepareRun(claim, engine, {
      store,
      storage,
      clock,
      log: logOf(log, fields),
      signal,
      fetchMedia: (uri, expected, signal) => fetchChecked(request, uri, expected, signal),
      fetchOutput: options.fetchOutput,
    });
    let outcome: Outcome;
    try {
      const running = simulateRun(request.simulation, clock, signal, () =>
        runRequest(request, engine, run, storage),
      );
      outcome = await Promise.race([running, hung(signal)]);
    } catch (error) {
      return settleError(claim, engine, error, run, started);
    } finally {
      disarm();
      run.progress.stop();
    }
    // Outside the try: work that is done is not thrown away because its outcome could not be written.
    await settle(claim, outcome);
    log.info({ ...fields, ms: count(claim, engine, "completed", started) }, "completed");
  }

  /** Counts a run that has ended; answers how long it took. */
  function count({ request }: Claim, engine: Engine, outcome: string, started: number): number {
    const ms = clock.now() - started;
    options.metrics?.ended({ engine: engine.name, model: request.modelId, outcome, ms });
    return ms;
  }

  /** Rejects when a run has been aborted and does not end: an engine that hangs must not keep its place for ever. */
  function hung(signal: AbortSignal): Promise<never> {
    return new Promise((_, reject) => {
      signal.addEventListener("abort", () => clock.after(ABORT_GRACE_MS, () => reject(signal.reason)));
    });
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
    { context: { signal }, reference }: Run,
    started: number,
  ): Promise<void> {
    const { request } = claim;
    const err = withoutInput(error, request.input);
    const ended = (code: string) => {
      const ms = count(claim, engine, code, started);
      return { requestId: request.id, modelId: request.modelId, engine: engine.name, ms, code, err };
    };
    if (signal.reason === LEASE_LOST) {
      log.warn(ended("lease_lost"), "the lease was lost; another worker has the request");
      return;
    }
    if (signal.reason === STOPPED && mayGoOn(engine, reference())) {
      await persist(() => store.release(claim, { uncount: true }), request.id);
      log.info(ended("interrupted"), "put back into the queue by a shutdown");
      return;
    }
    const transient = EngineError.isInstance(error) && error.fault === "transient";
    if (transient && (engine.repeatable || !signal.aborted) && request.attempts < maxAttempts) {
      const { retryAfterMs } = error;
      const availableAt = retryAfterMs === undefined ? undefined : clock.now() + retryAfterMs;
      await persist(() => store.release(claim, { availableAt, afresh: true }), request.id);
      log.warn({ ...ended("retried"), retryAfterMs }, "failed; trying again");
      return;
    }
    const failure = failureOf(error, engine, signal, reference());
    log.warn(ended(failure.code), "failed");
    await settle(claim, { failure });
  }

  /** Writes an outcome. Files that it does not name are removed: what a run that failed, or lost its lease, has left. */
  async function settle(claim: Claim, outcome: Outcome): Promise<void> {
    const { id, attempts } = claim.request;
    const won = await persist(() => store.finish(claim, outcome, clock.now()), id);
    const own = ("files" in outcome ? outcome.files : []).map(({ name }) => outputKey(id, name));
    if (!won) log.warn({ requestId: id }, "a run ended after it had lost its lease; its outcome is dropped");
    else if (own.length > 0 && attempts === 1) return;
    try {
      // Of a request that another worker has now, only the files of this run are this run's to remove.
      for (const key of won ? await keysBeside(id, own) : own) await storage.remove(key);
    } catch (error) {
      log.error({ requestId: id, err: error }, "files of a run that was cut short are left over");
    }
  }

  /** What is kept of a request besides what its outcome names. What a run that was killed had sent may have arrived after it. */
  async function keysBeside(requestId: string, own: readonly string[]): Promise<readonly string[]> {
    const keys: string[] = [];
    for await (const { key } of storage.list(outputKey(requestId))) if (!own.includes(key)) keys.push(key);
    return own.length > 0 ? keys : [outputKey(requestId)];
  }

  /** A process that ends leaves the request in progress, and the next one finds it. */
  function persist(write: () => Promise<boolean>, requestId: string): Promise<boolean> {
    return untilWritten(write, {
      clock,
      signal: stopping.signal,
      onFailure: (error) =>
        log.error({ err: error, requestId }, "the outcome of a run could not be written; trying again"),
    });
  }

  async function recover(): Promise<void> {
    for (const claim of await store.orphans()) {
      const { request } = claim;
      const engine = engineFor(engines, request.modelId);
      if (engine && mayGoOn(engine, request.reference) && request.attempts < maxAttempts) {
        if (await store.release(claim))
          log.warn({ requestId: request.id }, "found in progress after a crash; back in the queue");
        continue;
      }
      const failure = engine?.repeatable ? gaveUp(request.attempts) : outcomeUnknown(request.reference);
      await settle(claim, { failure });
      log.warn({ requestId: request.id, code: failure.code }, "found in progress after a crash; failed");
    }
  }

  /** Nothing announces that a worker is gone, and an announcement can get lost. */
  function lookAgain(): void {
    clock.after(Math.min(LOOK_MS, leaseMs), async () => {
      if (stopping.signal.aborted) return;
      await recover().catch((error) => log.error({ err: error }, "orphans could not be looked for"));
      puller.pull();
      lookAgain();
    });
  }

  return {
    async start() {
      await recover();
      unsubscribe = store.onStateChange((_, state) => {
        if (state === "in_queue") puller.pull();
      });
      puller.pull();
      if (store.shared) lookAgain();
    },
    async stop(graceMs) {
      unsubscribe?.();
      disarmLater?.();
      stopping.abort();
      await puller.stop();
      const disarm = clock.after(graceMs, () => {
        for (const controller of aborters) controller.abort(STOPPED);
      });
      await puller.idle();
      disarm();
      leases.stop();
    },
  };
}

/** Whether a run that was cut short may be run again, or is under way elsewhere and can be waited for. */
function mayGoOn(engine: Engine, reference: string | undefined): boolean {
  return engine.repeatable || (engine.resume !== undefined && reference !== undefined);
}
