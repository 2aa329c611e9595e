import { isIP } from "node:net";
import { orAborted } from "./abort.js";
import { reachOf } from "./addresses.js";
import { type GuardedUrl, type GuardRules, isLocalhost, notPublic } from "./guarded-url.js";
import type { Address, Network } from "./network.js";

/**
 * The addresses behind a URL, each of them checked. The name is resolved once: who connects to these connects to what was
 * checked, whatever the name answers next. One bad address spoils the name, however good the others are.
 */
export async function checkedAddresses(
  target: GuardedUrl,
  rules: GuardRules,
  network: Network,
  signal: AbortSignal,
): Promise<readonly Address[]> {
  const { hostname, reach } = target;
  const family = isIP(hostname);
  if (family !== 0) return [{ address: hostname, family }];
  const name = isLocalhost(hostname) ? "localhost" : hostname;
  // What went wrong in a resolver is not told: it would tell which private names there are.
  const addresses = await orAborted(
    network.resolve(name).catch(() => []),
    signal,
  );
  const leadsThere = ({ address }: Address) => reach === "trusted" || reachOf(address) === reach;
  if (addresses.length > 0 && addresses.every(leadsThere)) return addresses;
  throw notPublic(target.url.hostname, rules);
}
