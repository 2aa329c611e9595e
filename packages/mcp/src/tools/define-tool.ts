import {
  type CallToolResult,
  type ContentBlock,
  type InputRequiredResult,
  isInputRequiredResult,
  type McpServer,
  type ServerContext,
  type ToolAnnotations,
} from "@modelcontextprotocol/server";
import type { z } from "zod";
import type { Context } from "../context.js";
import { tellError } from "../describe-error.js";

/** One call of a tool: what the tool needs of the protocol. */
export interface ToolCall {
  readonly server: McpServer;
  readonly request: ServerContext["mcpReq"];
  readonly isHttp: boolean;
  readonly signal: AbortSignal;
}

/** What a tool answers: one object for programs, and what is shown besides. */
export interface ToolAnswer {
  readonly structured: Record<string, unknown>;
  readonly content?: readonly ContentBlock[];
}

export interface ToolDefinition<Input extends z.ZodObject, Output extends z.ZodObject> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: Input;
  readonly output: Output;
  readonly annotations: ToolAnnotations;
  run(context: Context, input: z.infer<Input>, call: ToolCall): Promise<ToolAnswer | InputRequiredResult>;
}

/** A tool that a server can be given. */
export interface ToolRegistration {
  readonly name: string;
  register(server: McpServer, context: Context): void;
}

/** Makes a tool whose errors are answers that the model can read, and out of which no secret gets. */
export function defineTool<Input extends z.ZodObject, Output extends z.ZodObject>(
  tool: ToolDefinition<Input, Output>,
): ToolRegistration {
  const { name, title, description, input, output, annotations, run } = tool;

  function register(server: McpServer, context: Context): void {
    const config = { title, description, inputSchema: input, outputSchema: output, annotations };
    const handler = async (
      given: z.infer<Input>,
      { mcpReq, http }: ServerContext,
    ): Promise<CallToolResult | InputRequiredResult> => {
      const call: ToolCall = { server, request: mcpReq, isHttp: http !== undefined, signal: mcpReq.signal };
      try {
        const answer = await run(context, given, call);
        if (isInputRequiredResult(answer)) return context.redactor.json(answer);
        return context.redactor.json(success(answer as ToolAnswer));
      } catch (error) {
        return context.redactor.json(failure(error));
      }
    };
    // The types of the SDK do not see that a generic schema's output is what the handler takes.
    server.registerTool(name, config, handler as never);
  }
  return { name, register };
}

function success({ structured, content = [] }: ToolAnswer): CallToolResult {
  // The text is for clients that know nothing of structured content.
  return {
    content: [{ type: "text", text: JSON.stringify(structured, null, 2) }, ...content],
    structuredContent: structured,
  };
}

function failure(error: unknown): CallToolResult {
  const told = tellError(error);
  return {
    isError: true,
    content: [{ type: "text", text: told.message }],
    // Not as structured content, which has to be what the tool's output schema says.
    _meta: { "model-api/error": told },
  };
}
