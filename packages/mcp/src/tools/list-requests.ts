import type { JournalEntry } from "@model-api/node";
import { z } from "zod";
import { defineTool, type ToolRegistration } from "./define-tool.js";

/** `list_requests`: what was submitted from this machine, so that nothing that is paid for is lost. */
export const listRequests: ToolRegistration = defineTool({
  name: "list_requests",
  title: "List requests",
  description:
    "Requests that were submitted from this machine, the newest first, also before a crash or a restart. Use it to find what was paid for and not fetched yet: collected is false then, and get_request_result fetches it. State unknown means that the answer to a submit was lost: it may be running and charged, so do not submit it anew before you know.",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  input: z.object({
    only_open: z.boolean().default(false).describe("Only those whose result nobody has had yet."),
    limit: z.number().int().min(1).max(100).default(20),
  }),
  output: z.object({
    requests: z.array(
      z.object({
        request_id: z.string().optional().describe("Missing where it is unknown whether the submit arrived."),
        model_id: z.string(),
        state: z.string().describe("submitting, unknown, submitted, completed, failed, or cancelled."),
        collected: z.boolean().describe("Whether its result has reached somebody."),
        created_at: z.string(),
        variant: z.string().optional(),
        server: z.string(),
      }),
    ),
    total: z.number().int(),
    unreadable: z
      .number()
      .int()
      .optional()
      .describe("Entries that cannot be read; each may stand for a charge."),
  }),
  async run(context, { only_open, limit }) {
    const { entries, damaged } = await context.journal.list();
    const wanted = entries.filter((entry) => !only_open || isOpen(entry));
    return {
      structured: {
        requests: wanted.slice(0, limit).map((entry) => ({
          ...(entry.requestId !== undefined && { request_id: entry.requestId }),
          model_id: entry.model,
          state: stateOf(entry),
          collected: entry.isCollected,
          created_at: entry.createdAt.toISOString(),
          ...(entry.work !== undefined && { variant: entry.work }),
          server: entry.baseUrl,
        })),
        total: wanted.length,
        ...(damaged.length > 0 && { unreadable: damaged.length }),
      },
    };
  },
});

function isOpen({ state, isCollected }: JournalEntry): boolean {
  return !isCollected && state !== "failed" && state !== "cancelled";
}

/** A submit whose process has died under way is as unknown as one whose answer was lost. */
function stateOf({ state, owner }: JournalEntry): string {
  return state === "submitting" && !owner.isAlive ? "unknown" : state;
}
