/** Hosts that the vendor serves outputs from. */
const VENDOR_HOSTS = ["runcomfy.net", "runcomfy.com"];

/** Decides which URLs are asked for. */
export type Trust = (url: URL) => boolean;

/**
 * The vendor's hosts and those that the caller names, over https, and the very origin of the server in use. The URL is judged as it
 * was parsed, and is connected to as it was parsed: there is no second opinion of what its host is.
 */
export function trustHosts(hosts: readonly string[], baseUrl: string | undefined): Trust {
  const suffixes = [...VENDOR_HOSTS, ...hosts].map(parseHost);
  const server = baseUrl === undefined ? undefined : new URL(baseUrl).origin;
  return (url) => {
    // Whoever names a user in a link wants another host to be read than the one that is meant.
    if (url.username || url.password) return false;
    if (server !== undefined && url.origin === server) return true;
    return (
      url.protocol === "https:" &&
      suffixes.some(
        ({ hostname, port }) =>
          url.port === port && (url.hostname === hostname || url.hostname.endsWith(`.${hostname}`)),
      )
    );
  };
}

/** @throws TypeError where it is no host name, such as a whole URL, a number or a star */
function parseHost(host: string): { hostname: string; port: string } {
  const [, name = "", port = ""] = /^\.?([^\s/@:?#\\*]+?)(?::(\d+))?$/.exec(host) ?? [];
  const url = name.includes(".") && URL.canParse(`https://${name}`) ? new URL(`https://${name}`) : undefined;
  // An address has no hosts below it, and may be one of this machine.
  if (!url || /^[\d.]+$|^\[/.test(url.hostname) || url.hostname.endsWith("."))
    throw new TypeError(`hosts: "${host}" is not like example.com or example.com:8443`);
  return { hostname: url.hostname, port: port === "443" ? "" : port };
}

/** What may be told of a link, whose query may be a signature. */
export const withoutQuery = (url: URL): string => `${url.origin}${url.pathname}${url.search && "?…"}`;
