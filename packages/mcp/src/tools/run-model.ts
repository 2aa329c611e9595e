import { TimeoutError } from "@model-api/client";
import { isInputRequiredResult } from "@modelcontextprotocol/server";
import { z } from "zod";
import { noteCollected } from "../collected.js";
import { prepareInput } from "../input/prepare-input.js";
import { findModel } from "../models/find-model.js";
import { presentResult, resultShape } from "../results/present-result.js";
import { submit } from "../submit.js";
import { waitFor } from "../wait.js";
import { defineTool, type ToolRegistration } from "./define-tool.js";
import { submitShape } from "./submit-shape.js";

/** `run_model`: submits, waits for the end, and shows what was made. */
export const runModel: ToolRegistration = defineTool({
  name: "run_model",
  title: "Run a model",
  description:
    "Run a model and wait for what it makes: pictures are shown, and every file is linked. It may take minutes, and may cost money; what it may cost is limited by whoever runs this server. The input is checked before anything is sent. A call that was interrupted can be made again with the same arguments: it goes on with the same request instead of paying twice.",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  input: submitShape.extend({
    timeout_seconds: z
      .number()
      .positive()
      .max(86_400)
      .optional()
      .describe("Seconds to wait. The request goes on afterwards; get_request_result has its result."),
  }),
  output: resultShape,
  async run(context, { model_id, input, max_cost_usd, variant, timeout_seconds }, call) {
    const model = await findModel(context, model_id, call.signal);
    const prepared = await prepareInput(context, model, input, call);
    if (isInputRequiredResult(prepared)) return prepared;
    const settings = { maxCostUsd: max_cost_usd, variant };
    const { handle, isResumed } = await submit(context, model, prepared.input, settings, call).finally(
      prepared.close,
    );
    const resumed = isResumed && { resumed: true };
    try {
      const timeout = timeout_seconds === undefined ? undefined : timeout_seconds * 1000;
      const result = await waitFor(context, handle, timeout, call);
      const { structured, content = [] } = await presentResult(context, result, call.signal);
      await noteCollected(context, handle.id);
      return { structured: { ...structured, model_id: model.id, ...resumed }, content };
    } catch (error) {
      if (!TimeoutError.isInstance(error)) throw error;
      return {
        structured: {
          request_id: handle.id,
          model_id: model.id,
          status: "in_progress",
          ...resumed,
          next_step: `It has not ended in ${timeout_seconds} s, and goes on. get_request_result has its result later.`,
        },
      };
    }
  },
});
