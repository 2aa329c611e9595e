import type { Logger } from "../logger.js";
import type { Metrics } from "../metrics/metrics.js";
import { beginCall } from "./call-facts.js";
import { operationOf } from "./operation.js";

type Handle = (request: Request) => Response | Promise<Response>;

/** Calls of those who watch the server; nobody wants to read about them. */
const QUIET = new Set(["getHealth", "getReadiness", "getMetrics"]);

/** Counts each call, and logs one line for it: never its token, its query or its body. */
export function watchCalls(
  handle: Handle,
  metrics: Metrics,
  log: Logger,
): (request: Request) => Promise<Response> {
  const debug = log.debug?.bind(log);
  return async (request) => {
    const began = performance.now();
    const facts = beginCall(request);
    const response = await handle(request);
    const ms = performance.now() - began;
    const { method } = request;
    const { name: operation, requestId } = operationOf(method, pathOf(request.url));
    const { status } = response;
    const { held = false } = facts;
    metrics.called({ operation, method, status, ms, held });
    const line = QUIET.has(operation) ? debug : log.info;
    line?.(
      {
        operation,
        ...(operation === "unknown" && { method }),
        status,
        ms: Math.round(ms * 10) / 10,
        ...(requestId && { requestId }),
        ...facts,
      },
      "call",
    );
    return response;
  };
}

/** Without parsing all of it: this is done for each call. */
function pathOf(url: string): string {
  const start = url.indexOf("/", url.indexOf("://") + 3);
  if (start === -1) return "/";
  const query = url.indexOf("?", start);
  return query === -1 ? url.slice(start) : url.slice(start, query);
}
