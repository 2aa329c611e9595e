import { exists, list } from "./repository.js";

/** Pages that stand together in the site's menu. */
export interface Group {
  readonly title: string;
  /** Markdown files, relative to the repository's root, in the order of the menu. */
  readonly pages: readonly string[];
  /** Whether the menu shows the group's pages only when it is opened. */
  readonly collapsed?: boolean;
}

const docs = (...names: string[]): string[] => names.map((name) => `docs/${name}.md`);
const readmes = (...names: string[]): string[] => names.map((name) => `packages/${name}/README.md`);

/** The first page. */
export const HOME = "docs/README.md";

/** In the order in which it is read. The API reference is made from types, and is not here. */
const PLAN: readonly Group[] = [
  { title: "Start", pages: docs("quick-start", "recipes") },
  {
    title: "Packages",
    pages: readmes("client", "node", "react", "cli", "server", "mcp", "ai-sdk", "models", "codegen"),
  },
  {
    title: "Guides",
    pages: docs("files", "waiting", "errors", "journal", "proxy", "testing", "replay", "own-models"),
  },
  { title: "Agents and the AI SDK", pages: docs("mcp", "ai-sdk") },
  {
    title: "A server of your own",
    pages: docs("self-hosting", "configuration", "keys", "console", "engines", "local-engine", "comfyui"),
  },
  {
    title: "Moving here",
    pages: docs("moving-from-fal", "moving-from-replicate", "moving-from-runcomfy-cli", "comparison"),
  },
  {
    title: "The project",
    pages: [
      ...docs("architecture", "compatibility", "releasing"),
      "docs/gallery/README.md",
      "CONTRIBUTING.md",
      "SECURITY.md",
    ],
  },
  { title: "Decisions", pages: list("docs/decisions", ".md"), collapsed: true },
];

/** The site's pages: those of the plan that are there. A suite holds every page of `docs` against it. */
export const GROUPS: readonly Group[] = PLAN.map((group) => ({
  ...group,
  pages: group.pages.filter(exists),
}));

/** All pages, the first one too. */
export const pages = (): string[] => [HOME, ...GROUPS.flatMap((group) => group.pages)];

/** The address of a page on the site, without its ending: `docs/files.md` is `files`. */
export function addressOf(page: string): string {
  if (page === HOME) return "index";
  return page
    .replace(/^docs\//, "")
    .replace(/\/README\.md$/, "")
    .replace(/\.md$/, "")
    .replace(/^[A-Z]+$/, (name) => name.toLowerCase());
}
