import { sleep } from "../clock.js";
import type { Job, JobInput } from "./jobs.js";
import { type Protocol, preferredWait } from "./protocol.js";

/** The predictions that replicate talks about: create, held where `Prefer` asks for it, and get. */
export const replicate: Protocol = async ({ method, path, origin, body, prefer }, jobs) => {
  if (method === "POST") {
    const { input } = JSON.parse(body) as { input: JobInput };
    const job = jobs.submit(input);
    const wait = preferredWait(prefer);
    if (wait !== undefined) await Promise.race([job.done, sleep(wait * 1000)]);
    return { status: 201, body: prediction(job, origin) };
  }
  const job = jobs.find(/^\/predictions\/([^/]+)$/.exec(path)?.[1], "status");
  return job && { body: prediction(job, origin) };
};

function prediction({ id, completedAt }: Job, origin: string) {
  const get = `${origin}/replicate/predictions/${id}`;
  return {
    id,
    model: "owner/model",
    status: completedAt === undefined ? "processing" : "succeeded",
    output: completedAt === undefined ? null : ["https://example.com/out.png"],
    error: null,
    logs: "",
    urls: { get, cancel: `${get}/cancel` },
  };
}
