import { z } from "zod";
import { defineTool, type ToolRegistration } from "./define-tool.js";

/** What the tools take that are about one request. */
export const requestShape: z.ZodObject<{ request_id: z.ZodString }> = z.object({
  request_id: z.string().min(1).max(200),
});

/** `get_request_status`: where a request stands. */
export const getRequestStatus: ToolRegistration = defineTool({
  name: "get_request_status",
  title: "Status of a request",
  description: "Where a request stands: in_queue, in_progress, completed, failed or cancelled.",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  input: requestShape,
  output: z.object({
    request_id: z.string(),
    status: z.string(),
    queue_position: z.number().optional().describe("Requests ahead of it."),
    progress: z.number().optional().describe("How far the run is, from 0 to 1."),
  }),
  async run(context, { request_id }, { signal }) {
    const status = await context.client.request(request_id).status({ signal });
    return {
      structured: {
        request_id,
        status: status.status === "unknown" ? status.reported : status.status,
        ...("queuePosition" in status && { queue_position: status.queuePosition }),
        ...("progress" in status && { progress: status.progress }),
      },
    };
  },
});
