import { readFileSync } from "node:fs";
import { defineConfig } from "tsup";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));

export default defineConfig({
  entry: ["src/index.ts"],
  format: "esm",
  target: "es2022",
  platform: "neutral",
  splitting: false,
  clean: true,
  sourcemap: true,
  define: { __VERSION__: JSON.stringify(version) },
});
