import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Logger } from "../logger.js";
import type { StateWaiters } from "../state-waiters.js";
import type { Store } from "../store/store.js";
import { boundedLabel } from "./labels.js";

/** What the server counts. Labels hold words of the contract, of the catalog and of the engines, never a caller's. */
export interface Metrics {
  /** A call has been answered. One that was held on purpose says nothing of how fast the server is. */
  called(call: {
    readonly operation: string;
    readonly method: string;
    readonly status: number;
    readonly ms: number;
    readonly held: boolean;
  }): void;
  /** A request has been taken from the queue for the first time, so long after it was submitted. */
  began(waitedMs: number): void;
  /** A run has ended. `outcome` is `completed`, the code of a failure, or why the request goes back into the queue. */
  ended(run: {
    readonly engine: string;
    readonly model: string;
    readonly outcome: string;
    readonly ms: number;
  }): void;
  /** One try to deliver a webhook. */
  delivered(outcome: "delivered" | "retried" | "given_up"): void;
  /** All of it, in the text format of Prometheus. */
  render(): Promise<{ readonly text: string; readonly contentType: string }>;
}

const CALL_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const RUN_BUCKETS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30, 60, 120, 300, 600];
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

export function createMetrics(store: Store, waiters: StateWaiters, log: Logger): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const model = boundedLabel(500);
  const engine = boundedLabel(50);
  const outcome = boundedLabel(50);

  const queued = new Gauge({
    name: "model_api_requests_queued",
    help: "Requests that wait in the queue. With Postgres, of all processes.",
    registers,
  });
  const running = new Gauge({
    name: "model_api_requests_running",
    help: "Requests that are being worked on. With Postgres, by all processes.",
    registers,
  });
  const held = new Gauge({
    name: "model_api_held_waits",
    help: "Calls that are held until their request changes.",
    registers,
  });
  const wait = new Histogram({
    name: "model_api_run_wait_seconds",
    help: "Seconds from a submit until its first run began.",
    buckets: RUN_BUCKETS,
    registers,
  });
  const duration = new Histogram({
    name: "model_api_run_duration_seconds",
    help: "Seconds that runs took.",
    labelNames: ["engine", "model"],
    buckets: RUN_BUCKETS,
    registers,
  });
  const runs = new Counter({
    name: "model_api_runs_total",
    help: "Runs that have ended, by outcome.",
    labelNames: ["engine", "model", "outcome"],
    registers,
  });
  const calls = new Counter({
    name: "model_api_http_calls_total",
    help: "Calls that were answered, by operation of the contract.",
    labelNames: ["operation", "method", "status"],
    registers,
  });
  const callDuration = new Histogram({
    name: "model_api_http_call_duration_seconds",
    help: "Seconds until an answer began. Calls that were held on purpose are left out.",
    labelNames: ["operation", "method"],
    buckets: CALL_BUCKETS,
    registers,
  });
  const webhooks = new Counter({
    name: "model_api_webhook_tries_total",
    help: "Tries to deliver a webhook, by outcome.",
    labelNames: ["outcome"],
    registers,
  });
  // Observes the event loop and the garbage collector: not before someone looks.
  let watched = false;

  /** A store that does not answer costs its own figures only. */
  async function readDepth(): Promise<void> {
    try {
      const depth = await store.depth();
      queued.set(depth.queued);
      running.set(depth.running);
    } catch (error) {
      queued.remove();
      running.remove();
      log.error({ err: error }, "the depth of the queue could not be read");
    }
  }

  return {
    called({ operation, method, status, ms, held }) {
      const known = METHODS.includes(method) ? method : "other";
      calls.inc({ operation, method: known, status });
      if (!held) callDuration.observe({ operation, method: known }, ms / 1000);
    },
    began: (waitedMs) => wait.observe(Math.max(waitedMs, 0) / 1000),
    ended(run) {
      const labels = { engine: engine(run.engine), model: model(run.model) };
      duration.observe(labels, run.ms / 1000);
      runs.inc({ ...labels, outcome: outcome(run.outcome) });
    },
    delivered: (result) => webhooks.inc({ outcome: result }),
    async render() {
      if (!watched) collectDefaultMetrics({ register: registry });
      watched = true;
      held.set(waiters.size);
      await readDepth();
      return { text: await registry.metrics(), contentType: registry.contentType };
    },
  };
}
