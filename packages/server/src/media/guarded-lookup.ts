import { lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

/** Whether a media URL may lead to this address: public ones, and loopback where the server allows it. */
export function isAllowedAddress(address: string, allowLoopback: boolean): boolean {
  // An IPv4 address in IPv6 clothes is judged as what it is.
  const range = ipaddr.process(address).range();
  return range === "unicast" || (allowLoopback && range === "loopback");
}

/**
 * A lookup for sockets that hands out allowed addresses only. The socket connects to what was checked, so a name that
 * answers differently the second time gains nothing.
 */
export function guardedLookup(allowLoopback: boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, "", 0);
      const refused = addresses.find(({ address }) => !isAllowedAddress(address, allowLoopback));
      const [first] = addresses;
      if (refused || !first) return callback(new Error(`${hostname} is not a public address`), "", 0);
      if (options.all) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };
}
