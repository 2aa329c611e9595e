import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** Where an address leads: to the internet, to this machine, or to where the server takes nobody. */
export type Reach = "public" | "loopback" | "refused";

/** Public by their range, and a cloud's own machinery all the same: Azure's host agent. */
const MACHINERY = new Set(["168.63.129.16"]);
/** The part of IPv6 that is given out at all. What ipaddr.js calls unicast is wider: it has `::10.0.0.1` in it. */
const GIVEN_OUT = ipaddr.IPv6.parseCIDR("2000::/3");

/** Says where an address leads. Whatever is not known to be public, and text that is no address, is refused. */
export function reachOf(address: string): Reach {
  // A zone id names an interface of this machine.
  if (isIP(address) === 0 || address.includes("%")) return "refused";
  // An IPv4 address in mapped IPv6 clothes is connected to as what it is.
  const parsed = ipaddr.process(address);
  const range = parsed.range();
  if (range === "loopback") return "loopback";
  if (range !== "unicast" || MACHINERY.has(parsed.toString())) return "refused";
  if (parsed instanceof ipaddr.IPv6 && (!parsed.match(GIVEN_OUT) || isIsatap(parsed))) return "refused";
  return "public";
}

/** Whether the address carries an IPv4 address for the network's own tunnel (RFC 5214). */
function isIsatap({ parts }: ipaddr.IPv6): boolean {
  const [, , , , flags = 0, mark] = parts;
  return (flags & ~0x200) === 0 && mark === 0x5efe;
}
