import GithubSlugger from "github-slugger";
import { defineConfig } from "vitepress";
import { menu } from "./menu.js";
import { REPOSITORY_URL } from "./repository.js";

/** Where the site will stand on its host, with a slash at both ends; `/` where it has a host of its own. */
const base = process.env.DOCS_BASE ?? "/";

/** What VitePress is told. */
export default defineConfig({
  title: "model-api",
  description:
    "TypeScript tooling for the RunComfy Model API: client, hooks, command line and a server of your own. Unofficial.",
  lang: "en",
  base,
  srcDir: "content",
  outDir: "dist",
  cleanUrls: false,
  lastUpdated: false,
  metaChunk: true,
  // The reference of a package is one page, and the index of the search is loaded when somebody searches.
  vite: { build: { chunkSizeWarningLimit: 2_000 } },
  head: [["link", { rel: "icon", type: "image/svg+xml", href: `${base}favicon.svg` }]],
  markdown: {
    // Vue takes `{{ }}` for its own, in code as well.
    config: (markdown) => {
      const render = markdown.renderer.rules.code_inline;
      markdown.renderer.rules.code_inline = (tokens, index, ...rest) => {
        tokens[index]?.attrSet("v-pre", "");
        return render?.(tokens, index, ...rest) ?? "";
      };
    },
    // The same anchors as on GitHub, so that one link is good in both.
    anchor: {
      getTokensText: (tokens) => tokens.map(({ content }) => content).join(""),
      slugify: (text) => new GithubSlugger().slug(text),
    },
    theme: { light: "github-light-high-contrast", dark: "github-dark" },
  },
  themeConfig: {
    nav: [
      { text: "Quick start", link: "/quick-start" },
      { text: "Recipes", link: "/recipes" },
      { text: "API reference", link: "/api/" },
    ],
    sidebar: menu(),
    outline: [2, 3],
    search: {
      provider: "local",
      // What people have written before what is made from types.
      options: {
        miniSearch: {
          searchOptions: { boostDocument: (id: string) => (id.includes("/api/") ? 0.2 : 1) },
        },
      },
    },
    socialLinks: [{ icon: "git", link: REPOSITORY_URL, ariaLabel: "The repository" }],
    footer: { message: "Unofficial: not affiliated with RunComfy, whose trademark RunComfy is. MIT." },
  },
});
