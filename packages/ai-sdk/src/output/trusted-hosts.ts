/** Hosts that the vendor serves outputs from. */
const VENDOR_HOSTS = ["runcomfy.net", "runcomfy.com"];

/**
 * Decides which URLs outputs are fetched from: the vendor's hosts and those that the caller names, over https, and the very
 * origin of the server in use.
 * @throws TypeError where a host is none, such as a whole URL, or the server's URL is none
 */
export function trustHosts(hosts: readonly string[], baseUrl: string): (url: URL) => boolean {
  const names = [...VENDOR_HOSTS, ...hosts.map(checkHost)];
  const { location } = globalThis as { location?: { href: string } };
  if (!URL.canParse(baseUrl, location?.href)) throw new TypeError("baseUrl is not like https://host/v1");
  const server = new URL(baseUrl, location?.href).origin;
  return (url) => {
    // Whoever names a user in a link wants another host to be read than the one that is meant.
    if (url.username || url.password) return false;
    if (url.origin === server) return true;
    return (
      url.protocol === "https:" &&
      url.port === "" &&
      names.some((name) => url.hostname === name || url.hostname.endsWith(`.${name}`))
    );
  };
}

function checkHost(host: string): string {
  // An address has no hosts below it, and may be one of this machine.
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*$/i.test(host)) return host.toLowerCase();
  throw new TypeError(`hosts: "${host}" is not like example.com`);
}
