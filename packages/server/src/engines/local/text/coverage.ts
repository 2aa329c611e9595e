/** Which characters a font can draw, read from its `cmap` table: format 12 for all of Unicode, else format 4. */

import { codePointsToDraw } from "./clusters.js";
import { tableOf } from "./woff2.js";

export type Coverage = ReadonlySet<number>;

/** Takes a TrueType or a WOFF2 file. Throws when it has no table of a supported kind. */
export function coverageOf(font: Uint8Array): Coverage {
  const cmap = tableOf(font, "cmap");
  const formats = new Map<number, number>();
  for (let record = 4; record < 4 + cmap.getUint16(2) * 8; record += 8) {
    const offset = cmap.getUint32(record + 4);
    formats.set(cmap.getUint16(offset), offset);
  }
  const all = formats.get(12);
  if (all !== undefined) return readGroups(cmap, all);
  const basic = formats.get(4);
  if (basic !== undefined) return readSegments(cmap, basic);
  throw new Error("the font has no character map of format 4 or 12");
}

/** Groups of a first character, a last one, and the first's glyph. */
function readGroups(view: DataView, table: number): Coverage {
  const covered = new Set<number>();
  const end = table + 16 + view.getUint32(table + 12) * 12;
  for (let group = table + 16; group < end; group += 12) {
    const first = view.getUint32(group);
    const last = view.getUint32(group + 4);
    const glyph = view.getUint32(group + 8);
    for (let code = first; code <= last; code++) if (glyph + code - first !== 0) covered.add(code);
  }
  return covered;
}

/** Four parallel arrays: last character, first character, difference, and an offset into a glyph list. */
function readSegments(view: DataView, table: number): Coverage {
  const doubled = view.getUint16(table + 6);
  const lasts = table + 14;
  const firsts = lasts + doubled + 2;
  const deltas = firsts + doubled;
  const offsets = deltas + doubled;
  const covered = new Set<number>();
  for (let segment = 0; segment < doubled; segment += 2) {
    const first = view.getUint16(firsts + segment);
    const last = view.getUint16(lasts + segment);
    const delta = view.getUint16(deltas + segment);
    const offset = view.getUint16(offsets + segment);
    for (let code = first; code <= last && code !== 0xffff; code++) {
      const listed = offset === 0 ? code : view.getUint16(offsets + segment + offset + (code - first) * 2);
      const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) covered.add(code);
    }
  }
  return covered;
}

/** Whether every character of a cluster has a glyph. */
export function covers(coverage: Coverage, cluster: string): boolean {
  return codePointsToDraw(cluster).every((code) => coverage.has(code));
}
