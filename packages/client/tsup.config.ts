import { readFileSync } from "node:fs";
import { defineConfig, type Options } from "tsup";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));

/**
 * Two files that do not repeat each other: `core`, which a page loads to run a model, and `extras`, which it loads when it
 * needs more. Bundlers cut code where two files share it, so the core stays in one piece, and what else imports it says so.
 */
const keepApart: NonNullable<Options["esbuildPlugins"]>[number] = {
  name: "keep-apart",
  setup(build) {
    build.onResolve({ filter: /\/(core|extras)\.js$/ }, ({ path }) => ({
      path: `./${path.split("/").at(-1)}`,
      external: true,
    }));
  },
};

export default defineConfig({
  entry: [
    "src/core.ts",
    "src/extras.ts",
    "src/index.ts",
    "src/lean.ts",
    "src/media.ts",
    "src/proxy/index.ts",
    "src/proxy/node.ts",
    "src/proxy/next-pages.ts",
    "src/webhooks/index.ts",
  ],
  format: "esm",
  target: "es2022",
  platform: "neutral",
  splitting: false,
  clean: true,
  sourcemap: true,
  define: { __VERSION__: JSON.stringify(version) },
  esbuildPlugins: [keepApart],
});
