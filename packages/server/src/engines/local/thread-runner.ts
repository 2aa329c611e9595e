/**
 * One worker thread, started with the first job and kept warm, that does one job after another.
 *
 * OpenCV and the canvas are synchronous, so the only way to stop a job is to terminate its thread; the next job then
 * starts another. An idle worker does not keep the process alive.
 */

import { Worker } from "node:worker_threads";
import { EngineError } from "../engine.js";
import type { AnyJob, JobResult } from "./job.js";
import { errorOf, sendable, type WorkerReply } from "./messages.js";
import type { Runner } from "./runner.js";

interface Pending {
  readonly job: AnyJob;
  readonly settle: (outcome: { result: JobResult } | { error: unknown }) => void;
}

export function createThreadRunner(script: URL): Runner {
  const queue: Pending[] = [];
  let worker: Worker | undefined;
  let running: Pending | undefined;
  let closed = false;

  /** Gives the next job to the worker, when it has none. */
  function next(): void {
    if (running || closed) return;
    running = queue.shift();
    if (!running) return;
    worker ??= start();
    worker.ref();
    const { job, buffers } = sendable(running.job);
    worker.postMessage(job, buffers);
  }

  function finish(outcome: Parameters<Pending["settle"]>[0]): void {
    const done = running;
    running = undefined;
    worker?.unref();
    done?.settle(outcome);
    next();
  }

  function start(): Worker {
    const started = new Worker(script, { name: "model-api local engine" });
    // A worker that has been replaced may still have something to say; it is no longer listened to.
    const current = (action: () => void): void => {
      if (worker === started) action();
    };
    started.on("message", (reply: WorkerReply) => {
      current(() => finish(reply.ok ? { result: reply.result } : { error: errorOf(reply) }));
    });
    const lost = (cause?: unknown): void => {
      current(() => {
        worker = undefined;
        finish({ error: new EngineError("final", "the local engine's worker thread died", { cause }) });
      });
    };
    started.on("error", lost);
    started.on("exit", (code) => lost(new Error(`exit code ${code}`)));
    return started;
  }

  /** Ends the thread at once, without waiting for it to notice. */
  function drop(): Promise<unknown> {
    const dropped = worker;
    worker = undefined;
    return dropped?.terminate() ?? Promise.resolve();
  }

  return {
    run(job, signal) {
      return new Promise<JobResult>((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        if (closed) return reject(new EngineError("transient", "the local engine is closed"));
        const onAbort = (): void => {
          const waiting = queue.indexOf(pending);
          if (waiting >= 0) queue.splice(waiting, 1);
          if (running === pending) {
            void drop();
            finish({ error: signal.reason });
          } else pending.settle({ error: signal.reason });
        };
        const pending: Pending = {
          job,
          settle(outcome) {
            signal.removeEventListener("abort", onAbort);
            if ("result" in outcome) resolve(outcome.result);
            else reject(outcome.error);
          },
        };
        signal.addEventListener("abort", onAbort, { once: true });
        queue.push(pending);
        next();
      });
    },
    async close() {
      closed = true;
      const error = new EngineError("transient", "the local engine was closed");
      for (const pending of queue.splice(0)) pending.settle({ error });
      const ended = drop();
      finish({ error });
      await ended;
    },
  };
}
