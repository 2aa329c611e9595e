import { noteCollected, noteQuietly } from "../collected.js";
import { presentResult, resultShape } from "../results/present-result.js";
import { defineTool, type ToolRegistration } from "./define-tool.js";
import { requestShape } from "./get-request-status.js";

/** `get_request_result`: what a request has come to. */
export const getRequestResult: ToolRegistration = defineTool({
  name: "get_request_result",
  title: "Result of a request",
  description:
    "What a request has made: pictures are shown, and every file is linked. Before its end there is only its status. It costs nothing, and can be called again.",
  // It writes down here that the result was had, which changes nothing anywhere else.
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  input: requestShape,
  output: resultShape,
  async run(context, { request_id }, { signal }) {
    const result = await context.client.request(request_id).result({ signal, includeCost: true });
    if (result.status === "completed") {
      const answer = await presentResult(context, result, signal);
      await noteCollected(context, request_id);
      return answer;
    }
    const { status, model, cost } = result;
    if (status === "failed" || status === "cancelled")
      await noteQuietly(context, request_id, { state: status });
    const isOver = status === "failed" || status === "cancelled";
    return {
      structured: {
        request_id,
        ...(model !== undefined && { model_id: model }),
        status,
        ...(cost !== undefined && { cost_usd: cost }),
        ...(result.status === "failed" && { error: withoutUndefined(result.error) }),
        ...(!isOver && { next_step: "It has not ended. Call get_request_status, then this again." }),
      },
    };
  },
});

function withoutUndefined({
  code,
  message,
}: {
  readonly code: string | undefined;
  readonly message: string;
}) {
  return { message, ...(code !== undefined && { code }) };
}
