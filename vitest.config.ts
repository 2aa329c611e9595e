import { defineConfig } from "vitest/config";

/** Unit suites run on source: workspace packages resolve to each other's `src` through a custom export condition. */
const conditions = ["@model-api/source"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: [
      "packages/{models,client,codegen,node,react,cli,mcp,ai-sdk,server,console}/src/**/*.test.ts",
      "scripts/**/*.test.ts",
    ],
    // By default one core is left to whoever sits before the machine.
    maxWorkers: "100%",
    testTimeout: 20_000,
    // Databases start and stop in hooks, and folders of ten thousand requests are removed in them.
    hookTimeout: 120_000,
  },
});
