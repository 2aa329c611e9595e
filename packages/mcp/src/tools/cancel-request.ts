import { z } from "zod";
import { noteQuietly } from "../collected.js";
import { defineTool, type ToolRegistration } from "./define-tool.js";
import { requestShape } from "./get-request-status.js";

/** `cancel_request`: cancels what is still queued. */
export const cancelRequest: ToolRegistration = defineTool({
  name: "cancel_request",
  title: "Cancel a request",
  description:
    "Cancel a request that is still in the queue; then it costs nothing. One that is running goes on to its end and is charged.",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  input: requestShape,
  output: z.object({
    request_id: z.string(),
    outcome: z.enum(["cancelled", "not_cancellable"]),
    message: z.string(),
  }),
  async run(context, { request_id }, { signal }) {
    const outcome = await context.client.request(request_id).cancel({ signal });
    if (outcome === "cancelled") await noteQuietly(context, request_id, { state: "cancelled" });
    const message =
      outcome === "cancelled"
        ? "It was cancelled and costs nothing."
        : "It was too late: it runs to its end and is charged, or has ended. get_request_result has what it makes.";
    return { structured: { request_id, outcome, message } };
  },
});
