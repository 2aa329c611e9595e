/** Which characters a TrueType font can draw, read from its `cmap` table (format 4: the Basic Multilingual Plane). */

/** Characters that lay text out and need no outline. */
const INVISIBLE = /^[\n ]$/u;

export type Coverage = ReadonlySet<number>;

/** Throws when the file has no table of the supported kind; the fonts that we ship have one. */
export function coverageOf(font: Uint8Array): Coverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableOffset(view, "cmap");
  const count = view.getUint16(cmap + 2);
  for (let record = 0; record < count; record++) {
    const table = cmap + view.getUint32(cmap + 4 + record * 8 + 4);
    if (view.getUint16(table) === 4) return readSegments(view, table);
  }
  throw new Error("the font has no character map of format 4");
}

function tableOffset(view: DataView, tag: string): number {
  const count = view.getUint16(4);
  for (let record = 12; record < 12 + count * 16; record += 16) {
    const name = String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(record + i)));
    if (name === tag) return view.getUint32(record + 8);
  }
  throw new Error(`the font has no ${tag} table`);
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

/** The distinct characters of a text that the font has no glyph for, in order of appearance. */
export function uncovered(text: string, coverage: Coverage): string[] {
  const missing = new Set<string>();
  for (const character of text.normalize("NFC")) {
    if (!INVISIBLE.test(character) && !coverage.has(character.codePointAt(0) ?? 0)) missing.add(character);
  }
  return [...missing];
}
