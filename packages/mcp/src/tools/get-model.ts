import { z } from "zod";
import { describeEntry, entryShape } from "../models/describe-entry.js";
import { findModel } from "../models/find-model.js";
import { defineTool, type ToolRegistration } from "./define-tool.js";

/** `get_model`: one model with its input schema and price. */
export const getModel: ToolRegistration = defineTool({
  name: "get_model",
  title: "Get a model",
  description:
    "The JSON Schema of a model's input, its price, and examples. Where a field's format is image_uri, video_uri or audio_uri, it takes a public URL, a data URI, or the path of a local file inside the allowed folders. Do not send a field's default: leave the field out.",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  input: z.object({ model_id: z.string().max(200).describe("Such as openai/gpt-image-2/edit.") }),
  output: entryShape.extend({
    input_schema: z.record(z.string(), z.unknown()).optional(),
    examples: z.array(z.record(z.string(), z.unknown())),
  }),
  async run(context, { model_id }, { signal }) {
    const { entry, inputSchema, module } = await findModel(context, model_id, signal);
    return {
      structured: {
        ...describeEntry(entry),
        ...(inputSchema && { input_schema: inputSchema }),
        examples: (module?.examples ?? []).map(({ input }) => input),
      },
    };
  },
});
