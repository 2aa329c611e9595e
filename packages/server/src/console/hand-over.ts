import { isLoopback } from "../config/loopback.js";

/** Where a page of this server asks for a key. */
export const HAND_OVER_PATH = "/console/key";

/** Headers of those who pass on what others have asked: then the caller is not on this machine, whatever `Host` says. */
const PASSED_ON = ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip"];

/**
 * Whether a call comes from a page that this server has sent to a browser on this machine. All of these have to be so:
 *
 * - The address that the browser has asked for is loopback by its own name. A name of somebody else that leads to loopback
 *   (DNS rebinding) is none.
 * - The browser itself says that the page is of this origin, twice; pages cannot write these headers. Another port of the same machine
 *   is another origin.
 * - It is a POST with a header of ours, which no form or picture of another page can send, and no proxy stands between.
 *
 * A program on this machine can say all that as well. Programs of the same user can read the data folder in any case; where others have
 * accounts on the machine, `--no-console` is for that.
 */
export function isOwnPage({ method, headers, url }: Request): boolean {
  const host = headers.get("host") ?? new URL(url).host;
  return (
    method === "POST" &&
    headers.get("model-api-console") === "1" &&
    URL.canParse(`http://${host}`) &&
    isLoopback(new URL(`http://${host}`).hostname) &&
    headers.get("origin") === `http://${host}` &&
    headers.get("sec-fetch-site") === "same-origin" &&
    PASSED_ON.every((name) => !headers.has(name))
  );
}
