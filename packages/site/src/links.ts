import { existsSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import { type PageLink, readPage } from "./markdown.js";
import { ROOT, read } from "./repository.js";

/** Where a link of a page leads to. */
export type Target =
  | { readonly kind: "outside"; readonly url: string }
  | {
      readonly kind: "file" | "folder" | "missing";
      /** Relative to the repository's root, with slashes. */
      readonly path: string;
      /** Without the `#`; empty where there is none. */
      readonly anchor: string;
    };

export function targetOf(page: string, { url }: PageLink): Target {
  if (/^[a-z][a-z+.-]*:/i.test(url)) return { kind: "outside", url };
  const [before = "", anchor = ""] = url.split("#");
  const path = before === "" ? page : posix.join(posix.dirname(page), decodeURIComponent(before));
  const place = join(ROOT, path);
  if (path.startsWith("..") || !existsSync(place)) return { kind: "missing", path, anchor };
  return { kind: statSync(place).isDirectory() ? "folder" : "file", path, anchor };
}

/** What is wrong with the links of a page: one line each, with the page and the line. Nothing is fetched. */
export function checkLinks(page: string, text: string = read(page)): string[] {
  return readPage(text).links.flatMap((link) => {
    const problem = problemOf(targetOf(page, link));
    return problem ? [`${page}:${link.line}: ${link.url}: ${problem}`] : [];
  });
}

function problemOf(target: Target): string | undefined {
  if (target.kind === "outside") return problemOfUrl(target.url);
  if (target.kind === "missing") return `there is no ${target.path}`;
  if (target.anchor === "") return undefined;
  if (!target.path.endsWith(".md")) return "only headings of Markdown pages are anchors";
  if (!readPage(read(target.path)).anchors.has(target.anchor)) return `${target.path} has no such heading`;
  return undefined;
}

/** Whether an address of elsewhere has a good form; nobody is asked whether it answers. */
function problemOfUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return "is no URL";
  const { protocol, hostname, username } = new URL(url);
  if (protocol !== "https:") return "is not https";
  if (!hostname.includes(".") || username !== "") return "has no host that others can reach";
  return undefined;
}
