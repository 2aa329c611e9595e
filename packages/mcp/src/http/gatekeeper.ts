import { createHash, timingSafeEqual } from "node:crypto";
import { isIP } from "node:net";
import { validateHostHeader, validateOriginHeader } from "@modelcontextprotocol/server";
import { refusal } from "./sessions.js";

/** Where the server listens, and whom it answers. */
export interface HttpOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** @default "127.0.0.1" */
  readonly host?: string | undefined;
  /** What callers have to send as `Authorization: Bearer …`. Without one, the server listens on loopback only. */
  readonly token?: string | undefined;
  /** Names, besides those of this machine, by which it may be called, and whose pages may call it. */
  readonly allowedHosts?: readonly string[] | undefined;
}

const THIS_MACHINE = ["localhost", "127.0.0.1", "[::1]"];

export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}

/**
 * Decides who is answered. A name that is not expected is refused, so that no page on the web can reach a server on this machine by
 * giving its own name the address of it; so are pages of other origins, and callers without the token.
 * @throws TypeError where anybody on the network could spend money: it listens beyond loopback, and wants no token
 */
export function createGatekeeper(options: HttpOptions): (request: Request) => Response | undefined {
  const { host = "127.0.0.1", token, allowedHosts = [] } = options;
  if (!isLoopback(host) && !token)
    throw new TypeError(
      `Listening on ${host} needs a token, or anybody who reaches it could spend your money: set MODEL_API_MCP_TOKEN.`,
    );
  const isEverywhere = host === "0.0.0.0" || host === "::";
  const own = isEverywhere ? [] : [isIP(host) === 6 ? `[${host}]` : host];
  const names = [...THIS_MACHINE, ...own, ...allowedHosts];
  // Where every name is possible and none was said, the token alone decides; a page that was led here does not have it.
  const checksHost = !isEverywhere || allowedHosts.length > 0;
  const expected = token === undefined ? undefined : digest(`Bearer ${token}`);

  return (request) => {
    const named = validateHostHeader(request.headers.get("host"), names);
    if (checksHost && !named.ok) return refusal(403, "This server is not called by that name");
    const page = validateOriginHeader(request.headers.get("origin"), names);
    if (!page.ok) return refusal(403, "Pages of that origin may not call this server");
    const given = digest(request.headers.get("authorization") ?? "");
    if (expected && !timingSafeEqual(given, expected))
      return refusal(401, "This server wants its token: Authorization: Bearer …", {
        "www-authenticate": "Bearer",
      });
    return undefined;
  };
}

/** Of equal length for all, so that comparing takes equally long. */
const digest = (text: string) => createHash("sha256").update(text).digest();
