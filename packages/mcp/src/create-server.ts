import { McpServer } from "@modelcontextprotocol/server";
import type { Context } from "./context.js";
import { registerFiles } from "./resources/register-files.js";
import { cancelRequest } from "./tools/cancel-request.js";
import { getModel } from "./tools/get-model.js";
import { getRequestResult } from "./tools/get-request-result.js";
import { getRequestStatus } from "./tools/get-request-status.js";
import { listModels } from "./tools/list-models.js";
import { listRequests } from "./tools/list-requests.js";
import { runModel } from "./tools/run-model.js";
import { submitRequest } from "./tools/submit-request.js";
import { VERSION } from "./version.js";

const TOOLS = [
  listModels,
  getModel,
  runModel,
  submitRequest,
  getRequestStatus,
  getRequestResult,
  cancelRequest,
  listRequests,
];

const INSTRUCTIONS = `Image, video and audio models behind the RunComfy Model API.
Find one with list_models, read its input schema with get_model, then run_model; for long runs submit_request, get_request_status, get_request_result.
Runs may cost money. What is refused for its cost cannot be allowed by you: tell the user which option would allow it.
When a call was interrupted or its outcome is unknown, do not run it again with a changed input: look at list_requests first.`;

/** One server for one connection. All of them share the context. */
export function createServer(context: Context): McpServer {
  const server = new McpServer(
    { name: "model-api", title: "Model API", version: VERSION },
    { capabilities: { logging: {} }, instructions: INSTRUCTIONS },
  );
  for (const tool of TOOLS) tool.register(server, context);
  registerFiles(server, context);
  return server;
}
