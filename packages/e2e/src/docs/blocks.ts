import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CodeBlock, pages, readPage } from "@model-api/site";
import { REPOSITORY } from "../harness.js";

/** A block of code, and the page that it stands in. */
export interface PageBlock extends CodeBlock {
  /** Relative to the repository's root. */
  readonly page: string;
  /** What the fence says beside the language: `fragment="…"`, why it does not stand alone; `run="…"`, what it prints. */
  readonly notes: Readonly<Record<string, string>>;
}

/** The site's pages, and the README of the repository, which is its own first page. */
export const PAGES: readonly string[] = ["README.md", ...pages()];

/** Every Markdown file of `docs` and each package's README: what the site has to have. */
export function writtenPages(): string[] {
  const docs = readdirSync(join(REPOSITORY, "docs"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => `docs/${path.replaceAll("\\", "/")}`);
  return docs.sort();
}

export const textOf = (page: string): string => readFileSync(join(REPOSITORY, page), "utf8");

export function blocksOf(page: string, text: string = textOf(page)): PageBlock[] {
  return readPage(text).blocks.map((block) => ({ ...block, page, notes: notesOf(block.about) }));
}

const notesOf = (about: string): Record<string, string> =>
  Object.fromEntries(
    [...about.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]),
  );

export const allBlocks = (): PageBlock[] => PAGES.flatMap((page) => blocksOf(page));

/** Where a block stands, as editors and terminals take it. */
export const placeOf = ({ page, line }: PageBlock): string => `${page}:${line}`;
