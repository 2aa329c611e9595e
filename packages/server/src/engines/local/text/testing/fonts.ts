/** The paths of the font files that the tests' own renderings are made of. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { assetPath } from "../assets.js";
import type { Run } from "./shaped.js";

const require = createRequire(import.meta.url);

export const shipped = (name: string): string => assetPath("fonts", `${name}.subset.woff2`);

export const EMOJI_FILE: string = require.resolve(
  "@fontsource/noto-color-emoji/files/noto-color-emoji-emoji-400-normal.woff2",
);

/** Runs of one slice each, as a package's own list tells the slices. */
export function slicedRuns(region: "sc" | "tc" | "jp" | "kr", text: string, weight: number): Run[] {
  const slug = `noto-sans-${region}`;
  const list: Record<string, string> = JSON.parse(
    readFileSync(require.resolve(`@fontsource-variable/${slug}/unicode.json`), "utf8"),
  );
  const runs: Run[] = [];
  for (const character of text) {
    const slice = sliceOf(character.codePointAt(0) ?? 0, list);
    const font = require.resolve(`@fontsource-variable/${slug}/files/${slug}-${slice}-wght-normal.woff2`);
    const last = runs.at(-1);
    if (last?.font === font) runs[runs.length - 1] = { ...last, text: last.text + character };
    else runs.push({ text: character, font, direction: "ltr", weight });
  }
  return runs;
}

function sliceOf(code: number, list: Record<string, string>): string {
  for (const [slice, ranges] of Object.entries(list)) {
    const within = ranges.split(",").some((range) => {
      const [first = "", last = first] = range.slice(2).split("-");
      return code >= Number.parseInt(first, 16) && code <= Number.parseInt(last, 16);
    });
    if (within) return slice.replace(/[[\]]/gu, "");
  }
  throw new Error(`no slice has U+${code.toString(16)}`);
}
