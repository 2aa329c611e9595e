import { defineConfig } from "vitest/config";

/** End-to-end suites spawn the built CLI and server, and reach the network on loopback only. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ["src/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Two at a time: suites wait for browsers, servers and clocks for half of their time.
    maxWorkers: 2,
    // Tests that are concurrent wait for clocks and sockets most of the time.
    maxConcurrency: 16,
  },
});
