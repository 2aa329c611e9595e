import { sleep } from "../clock.js";
import type { Job, JobInput } from "./jobs.js";
import { type Protocol, preferredWait } from "./protocol.js";

const OUTPUT = { image: "https://example.com/out.png" };

/** This project's contract, with or without the extension that holds a status until it changes. */
export function modelApi({ holds }: { holds: boolean }): Protocol {
  const extensions = holds ? { "model-api-extensions": "wait" } : undefined;

  const stateOf = ({ completedAt }: Job) => (completedAt === undefined ? "in_progress" : "completed");

  return async ({ method, path, origin, body, prefer }, jobs) => {
    if (method === "POST" && path.startsWith("/v1/models/")) {
      const { id } = jobs.submit(JSON.parse(body) as JobInput);
      const request = `${origin}/v1/requests/${id}`;
      return {
        headers: { ...extensions },
        body: {
          request_id: id,
          status_url: `${request}/status`,
          result_url: `${request}/result`,
          cancel_url: `${request}/cancel`,
        },
      };
    }
    const [, id, kind] = /^\/v1\/requests\/([^/]+)\/(status|result)$/.exec(path) ?? [];
    const job = kind && jobs.find(id, kind as "status" | "result");
    if (!job) return undefined;
    if (kind === "result") {
      const output = job.completedAt === undefined ? {} : { output: OUTPUT };
      return { headers: { ...extensions }, body: { request_id: id, status: stateOf(job), ...output } };
    }
    const wait = holds ? preferredWait(prefer) : undefined;
    if (wait !== undefined && job.completedAt === undefined)
      await Promise.race([job.done, sleep(wait * 1000)]);
    return {
      headers: { ...extensions, ...(wait !== undefined && { "preference-applied": `wait=${wait}` }) },
      body: { request_id: id, status: stateOf(job) },
    };
  };
}
