import { defineConfig } from "vitest/config";

/** End-to-end suites spawn the built CLI and server, and reach the network on loopback only. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ["src/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Three at a time on two cores: suites wait for browsers, servers and clocks for more than half of their time.
    maxWorkers: 3,
    // Tests that are concurrent wait for clocks and sockets most of the time.
    maxConcurrency: 16,
  },
});
