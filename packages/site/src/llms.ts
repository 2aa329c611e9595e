import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { addressOf, GROUPS, HOME, pages } from "./map.js";
import { readPage } from "./markdown.js";
import { read } from "./repository.js";
import { siteText } from "./stage.js";

/**
 * Writes the pages for programs that read: `llms.txt` is the map with a line a page, `llms-full.txt` is all of them, and
 * each page is there as Markdown beside its HTML. The API reference is in neither: types say it better.
 */
export function writeLlmsFiles(folder: string): void {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write("llms.txt", llmsMap());
  write(
    "llms-full.txt",
    pages()
      .map((page) => siteText(page).trim())
      .join("\n\n---\n\n")
      .concat("\n"),
  );
  for (const page of pages()) write(`${addressOf(page)}.md`, siteText(page));
}

/** The map, in the form that llmstxt.org describes: a title, a summary, and lists of links under headings. */
export function llmsMap(): string {
  const home = readPage(read(HOME));
  const groups = GROUPS.filter(({ pages }) => pages.length > 0).map(
    ({ title, pages }) => `## ${title}\n\n${pages.map(lineOf).join("\n")}\n`,
  );
  return [`# ${home.title}\n`, `> ${home.summary}\n`, ...groups].join("\n");
}

function lineOf(page: string): string {
  const { title, summary } = readPage(read(page));
  const [first = summary] = summary.split(/(?<=\.) /);
  return `- [${title}](${addressOf(page)}.md): ${first}`;
}
