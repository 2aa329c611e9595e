import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

/** The site's own address is none: what is not relative to it is of elsewhere. */
const HERE = "http://site.invalid";

/**
 * What is wrong with the built pages, one line each: links to pages or headings that are not there, and whatever a page
 * would load from elsewhere when it is looked at.
 */
export function checkSite(folder: string, base = process.env.DOCS_BASE ?? "/"): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) =>
    path.replaceAll("\\", "/"),
  );
  const pages = new Map(
    files
      .filter((path) => path.endsWith(".html"))
      .map((path) => [path, readFileSync(join(folder, path), "utf8")]),
  );
  const anchors = new Map(
    [...pages].map(([path, html]) => [
      path,
      new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)),
    ]),
  );

  const problemOf = (page: string, href: string): string | undefined => {
    const url = new URL(decode(href), HERE + base + page);
    if (url.origin !== HERE) return undefined;
    if (!url.pathname.startsWith(base)) return `leads out of ${base}`;
    const path = decodeURIComponent(url.pathname.slice(base.length));
    const file = [path, `${path}.html`, posix.join(path, "index.html")].find((one) =>
      isFile(join(folder, one)),
    );
    if (file === undefined) return "leads nowhere";
    const anchor = decodeURIComponent(url.hash.slice(1));
    if (anchor !== "" && !anchors.get(file)?.has(anchor)) return `${file} has no such heading`;
    return undefined;
  };

  return [...pages].flatMap(([page, html]) => {
    const links = new Set([...html.matchAll(/<a\b[^>]*? href="([^"]*)"/g)].map(([, href = ""]) => href));
    const dead = [...links].flatMap((href) => {
      const problem = problemOf(page, href);
      return problem ? [`${page}: ${href}: ${problem}`] : [];
    });
    const loaded = [...html.matchAll(/<(?:img|script|link|source|iframe)\b[^>]*? (?:src|href)="([^"]*)"/g)];
    const outside = loaded.map(([, url = ""]) => url).filter((url) => /^(?:https?:)?\/\//.test(url));
    return [...dead, ...outside.map((url) => `${page}: loads ${url} from elsewhere`)];
  });
}

const isFile = (path: string): boolean => /\.\w+$/.test(path) && existsSync(path);

const decode = (text: string): string => text.replaceAll("&amp;", "&").replaceAll("&quot;", '"');
