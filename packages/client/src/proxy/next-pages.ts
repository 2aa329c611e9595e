/**
 * The proxy for the Pages Router of Next.js.
 *
 * @packageDocumentation
 */

import type { ModelApiProxy } from "./create-proxy.js";
import { type NodeHandler, toNodeHandler } from "./node.js";
import { wasRead } from "./node-request.js";
import { send } from "./node-response.js";
import { refuse } from "./refusal.js";

export type { NodeHandler, NodeRequest, NodeResponse } from "./node.js";

/**
 * Makes the default export of `pages/api/model-api/[...path].ts`. The file itself has to say
 * `export const config = { api: { bodyParser: false, externalResolver: true } }`: Next reads that without running the file.
 */
export function toPagesHandler(proxy: ModelApiProxy): NodeHandler {
  const handle = toNodeHandler(proxy);
  return async (incoming, outgoing) => {
    if (!wasRead(incoming)) return handle(incoming, outgoing);
    const message =
      "Next has read the body. Nothing was passed on: this page has to say `export const config = { api: { bodyParser: false } }`.";
    await send(refuse("notPassedOn", message, 0).toResponse(), outgoing);
  };
}
