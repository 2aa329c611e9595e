/** Renders emoji without the canvas: HarfBuzz finds the glyph, and the font's own SVG picture of it is drawn by librsvg. */

import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import sharp from "sharp";
import type { Raster } from "../../picture/raster.js";
import { tableOf } from "../woff2.js";
import { EMOJI_FILE } from "./fonts.js";
import { shape } from "./shaped.js";

/** Units of the font in an em, and the width of an emoji in them. */
const EM = 1024;
const BOX = { left: 0, top: -950, width: 1275, height: 1275 };

/** On white, `size` pixels an em. Throws unless the cluster is one glyph. */
export async function renderEmoji(cluster: string, size: number): Promise<Raster> {
  const { glyphs } = await shape({ text: cluster, font: EMOJI_FILE, direction: "ltr" });
  const [glyph, ...others] = glyphs.filter(({ id }) => documentOf(id) !== undefined);
  if (!glyph || others.length > 0) throw new Error(`${cluster} is ${glyphs.length} glyphs`);
  const { left, top, width, height } = BOX;
  const parts = partsOf(documentOf(glyph.id) ?? "", `glyph${glyph.id}`);
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ' +
    `viewBox="${left} ${top} ${width} ${height}" width="${width}" height="${height}">` +
    `<defs>${parts.slice(1).join("")}</defs>${parts[0]}</svg>`;
  const edge = Math.round((width / EM) * size);
  const { data, info } = await sharp(Buffer.from(svg))
    .resize(edge, Math.round((height / EM) * size))
    .flatten({ background: "#ffffff" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** The element of an id and all that it refers to: one document holds thousands of glyphs. */
function partsOf(text: string, id: string, seen: Set<string> = new Set()): string[] {
  if (seen.has(id)) return [];
  seen.add(id);
  const start = text.lastIndexOf("<", text.indexOf(`id="${id}"`));
  const name = /^<(\w+)/u.exec(text.slice(start, start + 40))?.[1] ?? "";
  const tag = new RegExp(`<(/?)${name}\\b[^>]*?(/?)>`, "gu");
  tag.lastIndex = start;
  let depth = 0;
  let end = start;
  do {
    const found = tag.exec(text);
    if (!found) throw new Error(`the font's picture ${id} has no end`);
    depth += found[1] ? -1 : found[2] ? 0 : 1;
    end = tag.lastIndex;
  } while (depth > 0);
  const element = text.slice(start, end);
  const others = [...element.matchAll(/(?:href="|url\()#([^")]+)/gu)].flatMap(([, other = ""]) =>
    partsOf(text, other, seen),
  );
  return [element, ...others];
}

let documents: { first: number; last: number; text: string }[] | undefined;

function documentOf(glyph: number): string | undefined {
  documents ??= readDocuments();
  return documents.find(({ first, last }) => glyph >= first && glyph <= last)?.text;
}

function readDocuments() {
  const table = tableOf(readFileSync(EMOJI_FILE), "SVG ");
  const list = table.getUint32(2);
  return Array.from({ length: table.getUint16(list) }, (_, index) => {
    const at = list + 2 + index * 12;
    const bytes = new Uint8Array(
      table.buffer,
      table.byteOffset + list + table.getUint32(at + 4),
      table.getUint32(at + 8),
    );
    const text = Buffer.from(bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString("utf8");
    return { first: table.getUint16(at), last: table.getUint16(at + 2), text };
  });
}
