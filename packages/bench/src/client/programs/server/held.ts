import type { JobInput } from "./jobs.js";
import type { Protocol } from "./protocol.js";

/** The least that can be done: one request, answered when the job is done. */
export const held: Protocol = async ({ body }, jobs) => {
  const job = jobs.submit(JSON.parse(body) as JobInput);
  await job.done;
  return { body: { image: "https://example.com/out.png" } };
};
