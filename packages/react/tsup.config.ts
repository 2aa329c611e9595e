import { defineConfig, type Options } from "tsup";

/**
 * One file an entry. What two of them need stays in one of them, which the other imports: a second copy would have a
 * context of its own.
 */
const keepApart: NonNullable<Options["esbuildPlugins"]>[number] = {
  name: "keep-apart",
  setup(build) {
    build.onResolve({ filter: /^\.\.?\/(queries\/)?index\.js$/ }, ({ path, kind }) =>
      kind === "entry-point" ? undefined : { path, external: true },
    );
  },
};

export default defineConfig({
  entry: ["src/index.ts", "src/form/index.ts", "src/queries/index.ts"],
  format: "esm",
  target: "es2022",
  platform: "neutral",
  splitting: false,
  clean: true,
  sourcemap: true,
  esbuildPlugins: [keepApart],
});
