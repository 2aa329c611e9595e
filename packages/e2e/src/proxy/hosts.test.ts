import { afterAll, beforeAll, describe } from "vitest";
import { proxyAttacks } from "./attacks/index.js";
import { proxyContract } from "./contract.js";
import { type HostSettings, type RunningHosts, startNext, startProgram, startWorkerd } from "./hosts.js";
import { openUpstream, type Upstream } from "./upstream.js";

let upstream: Upstream;
beforeAll(async () => {
  upstream = await openUpstream();
});
afterAll(() => upstream.close());

type Start = (settings: HostSettings) => Promise<RunningHosts>;
const HOSTS: [string, Start, readonly string[]][] = [
  ["hono", (settings) => startProgram("hono", settings), ["hono"]],
  ["express", (settings) => startProgram("express", settings), ["express"]],
  ["node:http", (settings) => startProgram("node", settings), ["node"]],
  ["next", startNext, ["next app router", "next pages"]],
  ["workerd", startWorkerd, ["workerd"]],
];

describe.each(HOSTS)("%s", (_, start, names) => {
  let running: RunningHosts;
  beforeAll(async () => {
    running = await start({
      token: upstream.token,
      upstream: upstream.tap.url,
      secret: "the application's secret, of at least 32 bytes",
    });
  });
  afterAll(() => running.stop());

  describe.each(names)("%s", (name) => {
    const scene = () => {
      const host = running.hosts.find((one) => one.name === name);
      if (!host) throw new Error(`${name} was not started`);
      return { host, upstream };
    };
    const isWorkerd = name === "workerd";
    // workerd drops its handler silently, and leaves the connection behind it open.
    proxyContract(scene, { tellsLeaving: !isWorkerd, repeatsDeletions: isWorkerd });
    proxyAttacks(scene, name);
  });
});
