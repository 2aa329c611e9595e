import type { AnyJob, JobResult } from "./job.js";

/** Where jobs are carried out. */
export interface Runner {
  /** Rejects with the signal's reason as soon as it is aborted. */
  run(job: AnyJob, signal: AbortSignal): Promise<JobResult>;
  close(): Promise<void>;
}

/** In this very thread: for tests on source, and for one-off scripts. An abort is noticed only between runs. */
export function createInlineRunner(): Runner {
  return {
    async run(job, signal) {
      signal.throwIfAborted();
      // Loaded here, so that a server whose worker does the work never loads OpenCV and the canvas itself.
      const { runJob } = await import("./run-job.js");
      const result = await runJob(job);
      signal.throwIfAborted();
      return result;
    },
    async close() {},
  };
}
