import { lookup } from "node:dns/promises";
import { connect, type Socket } from "node:net";

export interface Address {
  readonly address: string;
  readonly family: number;
}

/** How the guard reaches the network. It decides nothing: what may be reached is not up to it. Tests hand in their own. */
export interface Network {
  /** All addresses of a name. */
  resolve(hostname: string): Promise<readonly Address[]>;
  /** Opens a socket to one of the addresses, and to nothing else. */
  connect(addresses: readonly Address[], port: number): Socket;
  /** The certificate authorities in PEM to trust, where not the usual ones. */
  readonly ca?: string;
}

export const systemNetwork: Network = {
  resolve: (hostname) => lookup(hostname, { all: true }),
  connect: (addresses, port) =>
    connect({
      // A name that nobody looks up: what it leads to is given. Node tries the addresses in turn.
      host: "checked.invalid",
      port,
      autoSelectFamily: true,
      lookup: (_, __, callback) => callback(null, [...addresses]),
    }),
};
