import { isInputRequiredResult } from "@modelcontextprotocol/server";
import { z } from "zod";
import { prepareInput } from "../input/prepare-input.js";
import { findModel } from "../models/find-model.js";
import { submit } from "../submit.js";
import { defineTool, type ToolRegistration } from "./define-tool.js";
import { submitShape } from "./submit-shape.js";

/** `submit_request`: submits without waiting. */
export const submitRequest: ToolRegistration = defineTool({
  name: "submit_request",
  title: "Submit a request",
  description:
    "Submit a request to a model without waiting for its end, such as a long video. It may cost money, within the limits of whoever runs this server. Follow it with get_request_status, and fetch what it made with get_request_result.",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  input: submitShape,
  output: z.object({
    request_id: z.string(),
    model_id: z.string(),
    resumed: z
      .boolean()
      .describe("Whether it is a request of before with the same input: nothing was submitted this time."),
  }),
  async run(context, { model_id, input, max_cost_usd, variant }, call) {
    const model = await findModel(context, model_id, call.signal);
    const prepared = await prepareInput(context, model, input, call);
    if (isInputRequiredResult(prepared)) return prepared;
    const settings = { maxCostUsd: max_cost_usd, variant };
    const { handle, isResumed } = await submit(context, model, prepared.input, settings, call).finally(
      prepared.close,
    );
    return { structured: { request_id: handle.id, model_id: model.id, resumed: isResumed } };
  },
});
