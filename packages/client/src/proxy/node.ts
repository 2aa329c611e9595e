/**
 * The proxy for servers of Node, such as Express.
 *
 * @packageDocumentation
 */

import type { ModelApiProxy } from "./create-proxy.js";
import { toRequest } from "./node-request.js";
import { send } from "./node-response.js";
import type { NodeRequest, NodeResponse } from "./node-types.js";
import { refuse } from "./refusal.js";

export type { NodeRequest, NodeResponse } from "./node-types.js";

/** A handler for `node:http` and for whatever takes the same, such as Express. Resolves when it has answered. */
export type NodeHandler = (incoming: NodeRequest, outgoing: NodeResponse) => Promise<void>;

/**
 * Makes a handler for `http.createServer`, or for `app.use("/api/model-api", …)` of Express, where it has to stand before
 * whatever parses bodies. A caller who leaves ends the call as `Request.signal` does.
 */
export function toNodeHandler(proxy: ModelApiProxy): NodeHandler {
  return async (incoming, outgoing) => {
    const leaving = new AbortController();
    outgoing.on("close", () => {
      if (!outgoing.writableFinished) leaving.abort();
    });
    // Without a listener, an error of a connection that broke would end the process.
    outgoing.on("error", () => {});
    const request = toRequest(incoming, leaving.signal);
    const response = request
      ? await proxy(request)
      : refuse("notFound", "This application passes on no such call.").toResponse();
    await send(response, outgoing);
    // What of the body nobody has read must not stand in front of the connection's next request.
    if (request?.body && !request.body.locked) await request.body.cancel().catch(() => {});
  };
}
