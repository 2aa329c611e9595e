/**
 * The models as tools for agents, over the Model Context Protocol: on standard input, or on HTTP.
 *
 * @packageDocumentation
 */

import type { McpServer } from "@modelcontextprotocol/server";
import { createContext } from "./context.js";
import { createServer } from "./create-server.js";
import type { HttpOptions } from "./http/gatekeeper.js";
import type { Listening } from "./http/listen.js";
import type { McpOptions } from "./options.js";

export type { HttpOptions } from "./http/gatekeeper.js";
export type { Listening } from "./http/listen.js";
export { main } from "./main.js";
export type { McpOptions, PreviewLimits } from "./options.js";

/** The server for agents, in a program of one's own. */
export interface ModelApiMcp {
  /** A server for one connection, to be connected to a transport. All of them share the limits of cost. */
  createServer(): McpServer;
  /** Serves over HTTP. @throws TypeError where it would listen beyond loopback without a token */
  listen(options: HttpOptions): Promise<Listening>;
}

/** @throws TypeError where the base URL is none, or where a server is said to be free that is not one's own */
export function createModelApiMcp(options: McpOptions = {}): ModelApiMcp {
  const context = createContext(options);
  return {
    createServer: () => createServer(context),
    listen: async (http) => (await import("./http/listen.js")).listen(context, http),
  };
}
