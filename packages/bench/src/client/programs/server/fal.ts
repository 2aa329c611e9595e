import type { Job, JobInput } from "./jobs.js";
import type { Protocol } from "./protocol.js";

/** The queue that @fal-ai/client talks to: submit, status (also as a stream of events), result. */
export const fal: Protocol = ({ method, path, origin, body }, jobs) => {
  if (method === "POST") {
    const { id } = jobs.submit(JSON.parse(body) as JobInput);
    const request = `${origin}/fal${path}/requests/${id}`;
    return {
      body: {
        status: "IN_QUEUE",
        queue_position: 0,
        request_id: id,
        response_url: request,
        status_url: `${request}/status`,
        cancel_url: `${request}/cancel`,
      },
    };
  }
  const [, id, status, stream] = /\/requests\/([^/]+)(\/status)?(\/stream)?$/.exec(path) ?? [];
  const job = jobs.find(id, status ? "status" : "result");
  if (!job) return undefined;
  if (stream) return { headers: { "content-type": "text/event-stream" }, body: events(job) };
  if (status) return { status: job.completedAt === undefined ? 202 : 200, body: statusOf(job) };
  if (job.completedAt === undefined) return { status: 400, body: { detail: "Request is still in progress" } };
  return { body: { images: [{ url: "https://example.com/out.png", content_type: "image/png" }] } };
};

const statusOf = ({ id, completedAt }: Job) => ({
  status: completedAt === undefined ? "IN_PROGRESS" : "COMPLETED",
  request_id: id,
  logs: [],
});

async function* events(job: Job): AsyncGenerator<string> {
  const event = () => `data: ${JSON.stringify(statusOf(job))}\n\n`;
  yield event();
  if (job.completedAt !== undefined) return;
  await job.done;
  yield event();
}
