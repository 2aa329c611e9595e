import { MODEL_ID, MODEL_ID_LENGTH } from "../generated/identifiers.js";

/** A call of the contract that the proxy may pass on, taken apart. */
export type ProxyCall =
  | { readonly name: "submit" | "get model"; readonly model: string }
  | { readonly name: "status" | "result" | "cancel" | "input" | "delete"; readonly ticket: string }
  | { readonly name: "list models" | "list categories" | "upload" };

export interface ReadCall {
  /** The path that the proxy is mounted at, without a trailing slash. */
  readonly mount: string;
  readonly call: ProxyCall;
}

/** The shortest mount that a call of the contract can follow. */
const UNDER_V1 = /^(?<mount>(?:\/[^/\\]+)*?)\/v1\/(?<rest>(?:models|requests|files)(?:\/.*)?)$/;
const OF_REQUEST = /^requests\/(?<ticket>[\w-]{1,128})(?:\/(?<name>status|result|cancel|input))?$/;

/**
 * What a method and a path ask for; undefined for everything that is not passed on. Nothing is decoded: all that the contract's
 * paths are made of stands for itself in a URL, and what is written otherwise wants to be read in two ways.
 * @param mount where the proxy is mounted, if that was said
 */
export function readCall(method: string, path: string, mount?: string): ReadCall | undefined {
  const parts =
    mount === undefined
      ? UNDER_V1.exec(path)?.groups
      : path.startsWith(`${mount}/v1/`) && { mount, rest: path.slice(mount.length + "/v1/".length) };
  if (!parts) return undefined;
  const call = callOf(method, parts.rest ?? "");
  return call && { mount: parts.mount ?? "", call };
}

function callOf(method: string, rest: string): ProxyCall | undefined {
  const { ticket, name } = OF_REQUEST.exec(rest)?.groups ?? {};
  if (ticket !== undefined) return ofRequest(method, ticket, name);
  const isRead = method === "GET";
  if (!isRead && method !== "POST") return undefined;
  if (rest === "files") return isRead ? undefined : { name: "upload" };
  if (rest === "models") return isRead ? { name: "list models" } : undefined;
  if (rest === "models/categories") return isRead ? { name: "list categories" } : undefined;
  const model = rest.startsWith("models/") ? rest.slice("models/".length) : "";
  if (model.length > MODEL_ID_LENGTH || !MODEL_ID.test(model)) return undefined;
  return { name: isRead ? "get model" : "submit", model };
}

function ofRequest(method: string, ticket: string, name: string | undefined): ProxyCall | undefined {
  switch (name) {
    case "status":
    case "result":
    case "input":
      return method === "GET" ? { name, ticket } : undefined;
    case "cancel":
      return method === "POST" ? { name, ticket } : undefined;
    default:
      return method === "DELETE" ? { name: "delete", ticket } : undefined;
  }
}
