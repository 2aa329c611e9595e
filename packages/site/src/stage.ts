import { cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { targetOf } from "./links.js";
import { addressOf, pages } from "./map.js";
import { type PageLink, readPage } from "./markdown.js";
import { REPOSITORY_URL, ROOT, read } from "./repository.js";

/** The console's. */
const ICON = "packages/console/public/favicon.svg";
const PICTURE = /\.(?:png|jpe?g|webp|svg|gif)$/;

/** The text of a page with its links turned to where they lead on the site, or to the repository for what is not there. */
export function siteText(page: string, onPicture: (path: string) => void = () => {}): string {
  const here = posix.dirname(addressOf(page));
  let text = read(page);
  for (const link of readPage(text).links.toReversed()) {
    const address = siteAddress(page, link, here, onPicture);
    text = text.slice(0, link.start) + address + text.slice(link.start + link.url.length);
  }
  return text;
}

function siteAddress(page: string, link: PageLink, here: string, onPicture: (path: string) => void): string {
  const target = targetOf(page, link);
  if (target.kind === "outside") return link.url;
  const anchor = target.anchor && `#${target.anchor}`;
  const readme = posix.join(target.path, "README.md");
  const known = pages().find((one) => one === target.path || one === readme);
  if (known) return `${relative(here, addressOf(known))}.md${anchor}`;
  if (target.path === "docs/decisions")
    return `${relative(here, addressOf("docs/decisions/0000-about.md"))}.md`;
  if (PICTURE.test(target.path)) {
    onPicture(target.path);
    return `/${target.path}`;
  }
  return `${REPOSITORY_URL}/${target.kind === "folder" ? "tree" : "blob"}/main/${target.path}${anchor}`;
}

function relative(from: string, to: string): string {
  const path = posix.relative(from, to);
  return path.startsWith(".") ? path : `./${path}`;
}

/** Writes all pages, and the pictures that they show, into a folder as VitePress reads it. */
export function stagePages(folder: string): void {
  const pictures = new Set<string>();
  copy(ICON, join(folder, "public/favicon.svg"));
  for (const page of pages()) {
    const text = siteText(page, (path) => pictures.add(path));
    writeFile(join(folder, `${addressOf(page)}.md`), text);
  }
  for (const path of pictures) copy(path, join(folder, "public", path));
}

function copy(path: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(join(ROOT, path), to);
}

function writeFile(path: string, text: string): void {
  if (!existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
