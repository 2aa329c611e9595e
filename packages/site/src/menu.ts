import { addressOf, GROUPS } from "./map.js";
import { readPage } from "./markdown.js";
import { entries } from "./reference-entries.js";
import { read } from "./repository.js";

export interface MenuItem {
  readonly text: string;
  readonly link?: string;
  readonly collapsed?: boolean;
  readonly items?: MenuItem[];
}

/** What a page is called in the menu: its first heading, without the scope of a package. */
const nameOf = (page: string): string => readPage(read(page)).title.replace("@model-api/", "");

/** The site's menu, from its map and from the packages' import paths. */
export function menu(): MenuItem[] {
  const groups: MenuItem[] = GROUPS.map(({ title, pages, collapsed }) => ({
    text: title,
    ...(collapsed !== undefined && { collapsed }),
    items: pages.map((page) => ({ text: nameOf(page), link: `/${addressOf(page)}` })),
  }));
  const reference = entries().map(({ name }) => ({
    text: name.replace("@model-api/", ""),
    link: `/api/${name}`,
  }));
  groups.splice(-2, 0, { text: "API reference", collapsed: true, items: reference });
  return groups;
}
