import { AsyncLocalStorage } from "node:async_hooks";
import { type Clock, systemClock } from "@model-api/client";
import {
  createNodeClient,
  findBaseUrl,
  findCredentials,
  type Journal,
  journal,
  type NodeClient,
} from "@model-api/node";
import { type CostGuard, createCostGuard } from "./cost/cost-guard.js";
import type { McpOptions } from "./options.js";
import { createRedactor, type Redactor } from "./redact.js";
import { createHandedOut, type HandedOut } from "./resources/handed-out.js";

/** What all tools share, for as long as the process lives and whichever client asks. */
export interface Context {
  readonly options: McpOptions;
  readonly client: NodeClient;
  readonly journal: Journal;
  readonly guard: CostGuard;
  readonly clock: Clock;
  readonly redactor: Redactor;
  /** Files that answers have linked to. */
  readonly handedOut: HandedOut;
  /** What becomes of the submit that is under way here. */
  readonly submits: AsyncLocalStorage<SubmitNews>;
  /** Submits that have not been answered. Who goes before they are leaves the journal with less than could be known. */
  readonly underWay: Set<Promise<unknown>>;
  /** Tells whoever runs the server. */
  tell(line: string): void;
  /** Set when the process is about to go: then connections close that nobody has cancelled. */
  isStopping: boolean;
}

export interface SubmitNews {
  /** Whether an attempt has left this process. */
  hasLeft: boolean;
}

/** @throws TypeError where the base URL is none, or where a server is said to be free that is not one's own */
export function createContext(options: McpOptions): Context {
  const { clock = systemClock, tell = (line) => void process.stderr.write(`${line}\n`) } = options;
  if (options.freeServer) checkIsOwn(options.client?.baseUrl ?? findBaseUrl());
  const redactor = createRedactor();
  const submits = new AsyncLocalStorage<SubmitNews>();
  const warn = (message: string) => tell(redactor.text(`warning: ${message}`));
  const { hooks, token = machineToken(warn), ...rest } = options.client ?? {};
  const client = createNodeClient({
    onWarning: warn,
    clock,
    ...rest,
    // Here and nowhere else a token is seen: from now on it is kept out of what is told.
    async token() {
      const found = typeof token === "string" ? token : await token();
      redactor.add(found);
      return found;
    },
    hooks: {
      ...hooks,
      async onRequest(call) {
        await hooks?.onRequest?.(call);
        const news = submits.getStore();
        if (news && call.headers["idempotency-key"]) news.hasLeft = true;
      },
    },
  });
  return {
    options,
    client,
    journal: options.journal ?? journal({ onWarning: warn }),
    guard: createCostGuard(options),
    clock,
    redactor,
    handedOut: createHandedOut(),
    submits,
    underWay: new Set(),
    tell: (line) => tell(redactor.text(line)),
    isStopping: false,
  };
}

/** The token of this machine, looked up when the first call needs it. */
function machineToken(warn: (message: string) => void): () => string {
  let token: string | undefined;
  return () => {
    if (token !== undefined) return token;
    const found = findCredentials();
    if (found?.warning) warn(found.warning);
    token = found?.token ?? "";
    return token;
  };
}

/** The hosted service charges, whatever anybody says. */
function checkIsOwn(baseUrl: string | undefined): void {
  const host = baseUrl !== undefined && URL.canParse(baseUrl) ? new URL(baseUrl).hostname : undefined;
  if (host === undefined || /(^|\.)runcomfy\.(net|com)$/.test(host))
    throw new TypeError(
      "--free-server is for a server of your own: set RUNCOMFY_MODEL_API_BASE to its URL. The hosted service charges.",
    );
}
