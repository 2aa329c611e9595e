import { readFileSync } from "node:fs";
import { defineConfig } from "tsup";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));

export default defineConfig({
  entry: ["src/index.ts"],
  format: "esm",
  target: "es2022",
  platform: "node",
  splitting: true,
  clean: true,
  sourcemap: true,
  external: ["sharp"],
  define: { __VERSION__: JSON.stringify(version) },
});
