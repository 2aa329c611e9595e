import { isIP } from "node:net";
import { type Reach, reachOf } from "./addresses.js";
import { GuardRefusal } from "./refusal.js";

/** Who may be reached. */
export interface GuardRules {
  /** Whether URLs that are written with a loopback address or a `localhost` name are allowed, and `http:` to them. For development. */
  readonly allowLoopback: boolean;
  /**
   * An origin that whoever runs the server has named, such as `http://10.0.0.5:8787`: its URLs are allowed wherever they lead. Never one that a
   * caller has a say in.
   */
  readonly trustedOrigin?: string | undefined;
}

/** A URL that passed the guard, as far as it can be judged before its name is resolved. */
export interface GuardedUrl {
  readonly url: URL;
  /** The name or address to connect to: no brackets, no dot at the end. */
  readonly hostname: string;
  readonly port: number;
  /** Where it has to lead: each address of its name is held against this. */
  readonly reach: Exclude<Reach, "refused"> | "trusted";
}

const MAX_URL_LENGTH = 8192;
/** What DNS allows a name. */
const MAX_NAME_LENGTH = 253;
const DEFAULT_PORTS: Readonly<Record<string, number>> = { "https:": 443, "http:": 80 };

/**
 * Reads a URL and checks all that its text tells. `from` is the URL that redirected here: a public host does not get to lead
 * the server to loopback, even where callers may.
 */
export function readGuardedUrl(text: string, rules: GuardRules, from?: GuardedUrl): GuardedUrl {
  if (text.length > MAX_URL_LENGTH)
    throw new GuardRefusal(
      `the URL is longer than ${MAX_URL_LENGTH} characters; use a shorter one, or a data: URI`,
    );
  // A URL in other words than its own: the error of the constructor repeats all of it.
  if (!URL.canParse(text, from?.url.href)) throw new GuardRefusal(`it is not a URL; use ${allowedBy(rules)}`);
  const url = new URL(text, from?.url);
  if (!(url.protocol in DEFAULT_PORTS))
    throw new GuardRefusal(`${url.protocol} URLs are not fetched; use ${allowedBy(rules)}`);
  const hostname = readHostname(url, rules);
  if (url.origin === rules.trustedOrigin && (!from || from.reach === "trusted"))
    return { url, hostname, port: Number(url.port || DEFAULT_PORTS[url.protocol]), reach: "trusted" };
  const reach = reachOfHost(hostname);
  if (reach === "refused" || (reach === "loopback" && !rules.allowLoopback))
    throw notPublic(url.hostname, rules);
  if (reach === "loopback" && from?.reach === "public")
    throw new GuardRefusal(
      `${url.hostname} is not a public address, and a public host may redirect to public addresses only`,
    );
  if (url.username || url.password)
    throw new GuardRefusal(
      "it carries a user name or a password, which are not sent; use a signed URL without them",
    );
  if (url.protocol === "http:" && reach === "public")
    throw new GuardRefusal(`http: URLs are not fetched; use ${allowedBy(rules)}`);
  return { url, hostname, port: readPort(url, reach), reach };
}

/** What to tell of a host that may not be reached. The same whether its name is unknown or private: which of both is not told. */
export function notPublic(host: string, rules: GuardRules): GuardRefusal {
  return new GuardRefusal(`${host} is not a public address or the name of one; use ${allowedBy(rules)}`);
}

function allowedBy({ allowLoopback }: GuardRules): string {
  return `an https: URL of a public host${allowLoopback ? ", or http: on localhost" : ""}`;
}

function readHostname(url: URL, rules: GuardRules): string {
  const hostname = url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  if (hostname.length > MAX_NAME_LENGTH || hostname.split(".").includes(""))
    throw new GuardRefusal(`its host is not a name that DNS allows; use ${allowedBy(rules)}`);
  return hostname;
}

/** `URL` has read every spelling of an IPv4 address by now: decimal, octal, hexadecimal, short. */
function reachOfHost(hostname: string): Reach {
  if (isIP(hostname) !== 0) return reachOf(hostname);
  return isLocalhost(hostname) ? "loopback" : "public";
}

/** Whether the name is this machine's by itself (RFC 6761), whatever a resolver says. */
export function isLocalhost(hostname: string): boolean {
  return hostname === "localhost" || hostname.endsWith(".localhost");
}

function readPort(url: URL, reach: Reach): number {
  const port = url.port === "" ? (DEFAULT_PORTS[url.protocol] as number) : Number(url.port);
  if (port >= 1024 || port === 443 || (reach === "loopback" && port > 0)) return port;
  throw new GuardRefusal(`port ${port} is not connected to; use port 443, or one from 1024 up`);
}
