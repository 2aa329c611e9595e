import { quietly } from "../options.js";
import { type ProxyCall, readCall } from "./calls.js";
import type { ProxyOptions } from "./options.js";
import { createOrigins } from "./origins.js";
import { createPassing } from "./passing.js";
import { Refusal, refuse } from "./refusal.js";
import { resolveProxyOptions } from "./resolve-options.js";
import type { Report } from "./upstream.js";

/** Answers the calls of a browser's client. Resolves always: what goes wrong is an answer too. */
export type ModelApiProxy = (request: Request) => Promise<Response>;

/**
 * A handler that lets a browser use the client without a token: `createClient({ baseUrl: "/api/model-api" })`. It passes on the
 * contract's calls and nothing else, for callers that `authorize` knows, to the models that are listed; a caller reaches the
 * requests that it has submitted, and no others. Runs wherever `Request`, `Response`, `fetch` and WebCrypto do.
 * @throws TypeError where an option is missing or malformed
 */
export function createProxy(options: ProxyOptions): ModelApiProxy {
  const resolved = resolveProxyOptions(options);
  const { authorize, onFailure, path: mountedAt } = resolved;
  const origins = createOrigins(resolved.cors, resolved.origin);
  const passOn = createPassing(resolved);
  const closed = closedCalls(options);

  async function handle(
    request: Request,
    name: (call: string, caller?: string) => Report,
  ): Promise<Response> {
    const url = new URL(request.url);
    const isPreflight = request.method === "OPTIONS" && request.headers.has("access-control-request-method");
    const method = isPreflight ? request.headers.get("access-control-request-method") : request.method;
    if (origins.of(request) === "foreign") {
      throw refuse(
        "foreignOrigin",
        "Pages of this origin may not call this application. Nothing was passed on.",
      );
    }
    const read = readCall(method ?? "", url.pathname, mountedAt);
    if (!read || closed.includes(read.call.name)) throw notFound();
    if (isPreflight) return origins.preflight();
    const caller = await identify(request, name(read.call.name));
    if (typeof caller !== "string") return caller;
    return passOn({ request, url, ...read, caller, report: name(read.call.name, caller) });
  }

  async function identify(request: Request, report: Report): Promise<string | Response> {
    let given: unknown;
    try {
      given = await authorize(request);
    } catch (error) {
      report("authorize", `\`authorize\` threw: ${error}`);
      throw refuse(
        "notPassedOn",
        "This application cannot tell who calls. Nothing was passed on: try again.",
        0,
      );
    }
    if (given instanceof Response) return given;
    if (typeof given === "string" && given) return given;
    // Such as `true`, which names nobody.
    if (given)
      report("authorize", `\`authorize\` gave a value of type ${typeof given}, not the caller's id.`);
    throw refuse(
      "unauthenticated",
      "This application does not know the caller. Nothing was passed on: sign in.",
    );
  }

  return async (request) => {
    let report: Report = () => {};
    /** From now on, what goes wrong is told of this call. */
    const name = (call: string, caller?: string): Report => {
      report = (reason, message) => quietly(() => onFailure({ reason, message, call, caller }));
      return report;
    };
    name("call");
    const response = await handle(request, name).catch((error: unknown) => {
      if (error instanceof Refusal) return error.toResponse();
      report("internal", `It failed unexpectedly: ${error}`);
      return refuse("failed", "This application's proxy failed.").toResponse();
    });
    return origins.mark(response, request);
  };
}

/** The calls of the contract that this application does not want to pass on. */
function closedCalls({ uploads = false, inputs = true, deletions = true }: ProxyOptions): string[] {
  const closed: [isOpen: boolean, name: ProxyCall["name"]][] = [
    [uploads, "upload"],
    [inputs, "input"],
    [deletions, "delete"],
  ];
  return closed.flatMap(([isOpen, name]) => (isOpen ? [] : [name]));
}

const notFound = () => refuse("notFound", "This application passes on no such call.");
