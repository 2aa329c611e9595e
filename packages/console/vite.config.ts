import { defaultClientConditions, defineConfig } from "vite";

/**
 * What the server serves at `/`. Everything is a file of its own, so that the page needs neither inline code nor inline
 * styles, and nothing comes from elsewhere.
 */
export default defineConfig({
  resolve: { conditions: ["@model-api/source", ...defaultClientConditions] },
  build: {
    target: "es2022",
    // light-dark() is left as it is written.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    assetsInlineLimit: 0,
    sourcemap: false,
    // What the bundle holds of others, in their own words.
    license: { fileName: "licences.md" },
    modulePreload: { polyfill: false },
    // There is no server half that directives such as "use client" could mean.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
  server: {
    // `npm run dev` beside a server on its default port.
    proxy: Object.fromEntries(
      ["/v1", "/files", "/outputs", "/openapi.json"].map((path) => [path, "http://127.0.0.1:8787"]),
    ),
  },
});
