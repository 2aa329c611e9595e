import { z } from "zod";
import { type DescribedEntry, describeEntry, entryShape } from "../models/describe-entry.js";
import { isAllowed } from "../models/find-model.js";
import { defineTool, type ToolRegistration } from "./define-tool.js";

/** `list_models`: what there is to run. */
export const listModels: ToolRegistration = defineTool({
  name: "list_models",
  title: "List models",
  description:
    "Find image, video and audio models that can be run, with their prices. Search by words of the id or name, by category such as text-to-image, or by what they make. Use get_model before you run one: it has the input schema.",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  input: z.object({
    search: z.string().max(200).optional().describe("Words to find in ids and names."),
    category: z.string().max(100).optional().describe("A category, such as text-to-image or image-to-video."),
    kind: z.enum(["image", "video", "audio"]).optional().describe("What the model makes."),
    limit: z.number().int().min(1).max(100).default(20).describe("Models on a page."),
    offset: z.number().int().min(0).default(0).describe("Models to skip: next_offset of the page before."),
  }),
  output: z.object({
    models: z.array(entryShape),
    total: z.number().int(),
    next_offset: z.number().int().optional().describe("Where the next page begins; missing on the last."),
  }),
  async run(context, { search, category, kind, limit, offset }, { signal }) {
    const found: DescribedEntry[] = [];
    const query = { limit: 100, ...(search && { search }), ...(category && { category }) };
    // All of them, since neither what they make nor what is allowed here is the server's to filter.
    for await (const entry of context.client.models.list(query, { signal })) {
      const described = describeEntry(entry);
      if (isAllowed(context, entry.model_id) && (kind ?? described.kind) === described.kind)
        found.push(described);
    }
    const models = found.slice(offset, offset + limit);
    const next = offset + limit;
    return {
      structured: { models, total: found.length, ...(next < found.length && { next_offset: next }) },
    };
  },
});
