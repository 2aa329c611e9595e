import { defineConfig } from "tsup";

export default defineConfig({
  // The worker thread's entry stands in `dist` where its source stands in `src`.
  entry: {
    index: "src/index.ts",
    "test-server/index": "src/test-server/index.ts",
    "engines/local/worker": "src/engines/local/worker.ts",
  },
  format: "esm",
  target: "es2022",
  platform: "node",
  clean: true,
  sourcemap: true,
});
