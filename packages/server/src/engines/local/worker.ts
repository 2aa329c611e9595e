/** The entry of the worker thread; everything else is in `run-job.ts`. */

import { parentPort } from "node:worker_threads";
import { failureReply, transferable, type WorkerReply, type WorkerRequest } from "./messages.js";
import { runJob } from "./run-job.js";

const port = parentPort;
if (!port) throw new Error("this module runs in a worker thread only");

port.on("message", (job: WorkerRequest) => {
  runJob(job).then(
    (result) => {
      const data = transferable(result.data);
      const others = result.others?.map(transferable);
      const reply: WorkerReply = { ok: true, result: { ...result, data, ...(others && { others }) } };
      port.postMessage(reply, [data.buffer, ...(others ?? []).map(({ buffer }) => buffer)]);
    },
    (error: unknown) => port.postMessage(failureReply(error)),
  );
});
