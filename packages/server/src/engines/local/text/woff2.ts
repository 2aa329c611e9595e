/** Reads single tables out of a font file, TrueType or WOFF2; nothing here needs the outlines. */

import { brotliDecompressSync } from "node:zlib";

const WOFF2 = 0x774f4632;
const HEADER = 48;
/** WOFF2 names the usual tables by their place in this list (section 5 of its specification); 63 means "spelt out". */
const KNOWN_TAGS = (
  "cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX " +
  "vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG_ sbix acnt avar bdat bloc bsln cvar fdsc feat " +
  "fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill"
).split(" ");
const SPELT_OUT = 63;

/** Throws when the font has no such table. */
export function tableOf(font: Uint8Array, tag: string): DataView {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const table = view.getUint32(0) === WOFF2 ? compressedTable(font, view, tag) : plainTable(view, tag);
  if (!table) throw new Error(`the font has no ${tag} table`);
  return table;
}

function plainTable(view: DataView, tag: string): DataView | undefined {
  const count = view.getUint16(4);
  for (let record = 12; record < 12 + count * 16; record += 16) {
    if (tagAt(view, record) !== tag) continue;
    const length = view.getUint32(record + 12);
    return new DataView(view.buffer, view.byteOffset + view.getUint32(record + 8), length);
  }
  return undefined;
}

/** All tables of a WOFF2 file are one Brotli stream, in the order of the directory. */
function compressedTable(font: Uint8Array, view: DataView, tag: string): DataView | undefined {
  const count = view.getUint16(12);
  const cursor = { view, at: HEADER };
  let found: { offset: number; length: number } | undefined;
  let offset = 0;
  for (let entry = 0; entry < count; entry++) {
    const flags = view.getUint8(cursor.at++);
    const spelt = (flags & 63) === SPELT_OUT;
    const name = spelt ? tagAt(view, cursor.at) : (KNOWN_TAGS[flags & 63] ?? "").replace("_", " ");
    if (spelt) cursor.at += 4;
    const plain = readNumber(cursor);
    // Outlines are transformed unless their version is 3, anything else unless it is 0; then a second length follows.
    const transformed = name === "glyf" || name === "loca" ? flags >> 6 !== 3 : flags >> 6 !== 0;
    const length = transformed ? readNumber(cursor) : plain;
    if (name === tag && !transformed) found = { offset, length };
    offset += length;
  }
  if (!found) return undefined;
  const packed = font.subarray(cursor.at, cursor.at + view.getUint32(20));
  const tables = brotliDecompressSync(packed);
  return new DataView(tables.buffer, tables.byteOffset + found.offset, found.length);
}

function tagAt(view: DataView, offset: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(offset + index)));
}

/** A number in groups of seven bits, the last without the eighth. */
function readNumber(cursor: { readonly view: DataView; at: number }): number {
  let value = 0;
  for (;;) {
    const byte = cursor.view.getUint8(cursor.at++);
    value = value * 128 + (byte & 127);
    if (byte < 128) return value;
  }
}
