import { exactOperations, operationPatterns } from "../generated/operations.js";

/** A call, in the words of the contract. */
export interface Operation {
  /** The operation's id, `preflight` for CORS, or `unknown`: never anything that a caller has chosen. */
  readonly name: string;
  /** Of the request that the path names. */
  readonly requestId?: string | undefined;
}

const UNKNOWN: Operation = { name: "unknown" };
const PREFLIGHT: Operation = { name: "preflight" };

export function operationOf(method: string, path: string): Operation {
  if (method === "OPTIONS") return PREFLIGHT;
  const call = `${method === "HEAD" ? "GET" : method} ${path}`;
  const exact = exactOperations.get(call);
  if (exact) return { name: exact };
  for (const [pattern, name] of operationPatterns) {
    const match = pattern.exec(call);
    if (match) return { name, requestId: match[1] };
  }
  return UNKNOWN;
}
