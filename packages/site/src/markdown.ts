import GithubSlugger from "github-slugger";
import type { Definition, Image, Link, Node, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { toString as textOf } from "mdast-util-to-string";
import { gfm } from "micromark-extension-gfm";
import { visit } from "unist-util-visit";

/** A link, or a picture, as it stands in the text. */
export interface PageLink {
  readonly url: string;
  readonly isPicture: boolean;
  /** Counted from 1. */
  readonly line: number;
  /** Where `url` stands in the text. */
  readonly start: number;
}

/** A block of code between fences. */
export interface CodeBlock {
  /** First word after the fence, such as `ts`; empty where there is none. */
  readonly language: string;
  /** What follows the first word. */
  readonly about: string;
  readonly code: string;
  /** The line of the opening fence, counted from 1. */
  readonly line: number;
}

export interface Page {
  /** The first heading. */
  readonly title: string;
  /** The first paragraph, as plain text on one line. */
  readonly summary: string;
  /** Of each heading, as GitHub makes them. */
  readonly anchors: ReadonlySet<string>;
  readonly links: readonly PageLink[];
  readonly blocks: readonly CodeBlock[];
}

/** What a page of Markdown, as GitHub reads it, holds. */
export function readPage(text: string): Page {
  const tree: Root = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const slugger = new GithubSlugger();
  const headings: string[] = [];
  const anchors = new Set<string>();
  const links: PageLink[] = [];
  const blocks: CodeBlock[] = [];
  visit(tree, (node) => {
    if (node.type === "heading") {
      headings.push(textOf(node));
      anchors.add(slugger.slug(textOf(node)));
    } else if (node.type === "link" || node.type === "image" || node.type === "definition") {
      links.push(readLink(text, node));
    } else if (node.type === "code") {
      const { lang, meta, value } = node;
      blocks.push({ language: lang ?? "", about: meta ?? "", code: `${value}\n`, line: lineOf(node) });
    }
  });
  const paragraph = tree.children.find((node) => node.type === "paragraph");
  const summary = paragraph ? textOf(paragraph).replace(/\s+/g, " ") : "";
  return { title: headings[0] ?? "", summary, anchors, links, blocks };
}

function readLink(text: string, node: Link | Image | Definition): PageLink {
  const [from = 0, to = 0] = [node.position?.start.offset, node.position?.end.offset];
  // The address is the last thing of a link that looks like it: the words before it may hold it as well.
  const start = from + text.slice(from, to).lastIndexOf(node.url);
  return { url: node.url, isPicture: node.type === "image", line: lineOf(node), start };
}

const lineOf = (node: Node): number => node.position?.start.line ?? 0;
