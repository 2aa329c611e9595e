import { posix } from "node:path";
import { addressOf, checkLinks, llmsMap, pages, readPage, siteText } from "@model-api/site";
import { expect, test } from "vitest";
import { PAGES, writtenPages } from "./blocks.js";

test("each link of the pages leads to a file, and to a heading where it names one", () => {
  expect(PAGES.flatMap((page) => checkLinks(page))).toEqual([]);
});

test("each page of docs is on the site", () => {
  expect(writtenPages().filter((page) => !pages().includes(page))).toEqual([]);
});

test.each([
  ["[x](nowhere.md)", "nowhere.md: there is no docs/nowhere.md"],
  ["[x](keys.md#no-such)", "keys.md#no-such: docs/keys.md has no such heading"],
  ["[x](../package.json#x)", "../package.json#x: only headings of Markdown pages are anchors"],
  ["![x](http://pictures.example/a.png)", "http://pictures.example/a.png: is not https"],
  ["[x](https://localhost/a)", "https://localhost/a: has no host that others can reach"],
])("a dead link is told by page and line: %s", (text, problem) => {
  expect(checkLinks("docs/made-up.md", `# Title\n\n${text}\n`)).toEqual([`docs/made-up.md:3: ${problem}`]);
});

test("on the site, links lead to its pages, to its copies of pictures, and else to the repository", () => {
  const addresses = new Set(pages().map(addressOf));
  for (const page of pages()) {
    const here = posix.dirname(addressOf(page));
    for (const { url, isPicture } of readPage(siteText(page)).links) {
      if (url.startsWith("https:") || url.startsWith("#")) continue;
      const address = posix.join(here, url.replace(/\.md(#.*)?$/, ""));
      const where = `${page}: ${url}`;
      if (/^\/docs\/|^\/packages\//.test(url)) expect(where).toMatch(/\.(?:png|jpg|webp)$/);
      else expect([where, isPicture, addresses.has(address)]).toEqual([where, false, true]);
    }
  }
});

test("llms.txt names each page, and says what it is about", () => {
  const map = llmsMap();
  for (const page of pages().slice(1))
    expect(map).toMatch(new RegExp(`^- \\[.+\\]\\(${addressOf(page)}\\.md\\): \\S.+$`, "m"));
});
